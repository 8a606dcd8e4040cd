module github.com/microsoftgraph/msgraph-sdk-go

go 1.23.0
