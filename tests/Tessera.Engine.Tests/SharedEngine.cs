using Tessera.Testing;

namespace Tessera.Engine.Tests;

/// <summary>Tests that share one running engine.</summary>
[CollectionDefinition(Name)]
public sealed class SharedEngine : ICollectionFixture<EngineFixture>
{
    public const string Name = "engine";
}
