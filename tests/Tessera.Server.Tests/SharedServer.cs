namespace Tessera.Server.Tests;

/// <summary>Marks a test class that uses the one shared server: <c>[Collection(SharedServer.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class SharedServer : ICollectionFixture<ServerFixture>
{
    public const string Name = "server";
}
