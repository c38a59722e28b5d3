using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

/// <summary>Tests that run alone, on an engine of their own: they measure this process's memory, or kill the engine.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LonelyGroup : ICollectionFixture<EngineFixture>
{
    public const string Name = "alone";
}
