#requires -Modules Microsoft.Graph.Groups

# Adds people to a group. Who is a member already is an error, which ends up on the screen and nowhere else.
function Add-Person {
    param ([string]$GroupId, [string]$UserId)
    New-MgGroupMember -GroupId $GroupId -DirectoryObjectId $UserId
}

# The same, but who is a member already counts as added.
function Add-PersonOnce {
    param ([string]$GroupId, [string]$UserId)
    try {
        New-MgGroupMember -GroupId $GroupId -DirectoryObjectId $UserId -ErrorAction Stop
    }
    catch {
        if ($_.Exception.Message -notlike '*already exist*') { throw }
    }
}
