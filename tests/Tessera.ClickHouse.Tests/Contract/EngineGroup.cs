using Tessera.Testing;

namespace Tessera.ClickHouse.Tests.Contract;

/// <summary>
/// What the client promises, tried on the real engine: the embedded one, or the server that TESSERA_CLICKHOUSE_URL names.
/// </summary>
[CollectionDefinition(Name)]
public sealed class EngineGroup : ICollectionFixture<EngineFixture>
{
    public const string Name = "engine";
}
