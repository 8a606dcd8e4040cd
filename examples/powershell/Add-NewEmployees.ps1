#requires -Modules Microsoft.Graph.Users, Microsoft.Graph.Groups

# Runs each morning over the list of the personnel department. People of yesterday may still be on it.
param ([Parameter(Mandatory)][string]$List, [Parameter(Mandatory)][string]$GroupId)

foreach ($person in Import-Csv -Path $List) {
    $account = @{
        DisplayName       = $person.Name
        UserPrincipalName = $person.Mail
        MailNickname      = $person.Alias
        AccountEnabled    = $true
        PasswordProfile   = @{ Password = $person.FirstPassword; ForceChangePasswordNextSignIn = $true }
    }

    # An account of yesterday is an error like any other, and the rest of the list goes on without anybody knowing.
    $user = New-MgUser @account

    try {
        New-MgGroupMember -GroupId $GroupId -DirectoryObjectId $user.Id -ErrorAction Stop
    }
    catch {
        if ($_.Exception.Message -notlike '*already exist*') { throw }
        Write-Verbose "$($person.Name) is a member already"
    }
}
