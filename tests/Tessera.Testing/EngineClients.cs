using Tessera.ClickHouse;

namespace Tessera.Testing;

/// <summary>Connects the product's client to a fixture's engine.</summary>
public static class EngineClients
{
    /// <summary>A client of a database, existing or not; the caller disposes it.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="database">The database that unqualified names mean.</param>
    /// <param name="configure">Changes the options, if given.</param>
    public static ClickHouseClient Connect(
        this EngineFixture engine, string database, Func<ClickHouseOptions, ClickHouseOptions>? configure = null) =>
        new(() =>
        {
            var endpoint = engine.Endpoint;
            var options = new ClickHouseOptions
            {
                Endpoint = endpoint.BaseAddress, User = endpoint.User, Password = endpoint.Password, Database = database,
            };
            return configure?.Invoke(options) ?? options;
        });
}
