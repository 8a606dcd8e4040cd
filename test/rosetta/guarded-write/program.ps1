function Set-Order($Order, $ETag) {
    try {
        $null = Set-CosmosDbDocument -Context $context -CollectionId 'orders' -Id $Order.id -DocumentBody $Order -PartitionKey 'a' -ETag $ETag
        return $true
    }
    catch {
        if ($_.Exception.Response.StatusCode -eq 412) { return $false }
        throw
    }
}
