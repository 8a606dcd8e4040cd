function Save-Order($Order) {
    New-CosmosDbDocument -Context $context -CollectionId 'orders' -DocumentBody $Order -PartitionKey 'a' -Upsert $true
}
