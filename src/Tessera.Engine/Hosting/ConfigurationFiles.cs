using System.Globalization;
using System.Xml.Linq;

namespace Tessera.Engine.Hosting;

/// <summary>
/// The engine's configuration, always written and always named: without it the library would pick up any config.xml in
/// the working directory or the user's home.
/// </summary>
internal static class ConfigurationFiles
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Writes both files below the data directory and answers with the path of the first.</summary>
    public static string Write(EngineArguments arguments)
    {
        var directory = Path.Combine(arguments.Path, "configuration");
        Directory.CreateDirectory(directory);
        var users = Path.Combine(directory, "users.xml");
        var engine = Path.Combine(directory, "engine.xml");
        Users(arguments).Save(users);
        Engine(arguments, users).Save(engine);
        return engine;
    }

    /// <summary>
    /// What all statements together may allocate. The limit counts allocations and resident memory overshoots it, and
    /// about 250 MB are the library's and the runtime's own; hence little more than half of what the process may use.
    /// </summary>
    internal static long ServerMemory(long memoryBytes) => Math.Max(256 * Megabyte, memoryBytes * 55 / 100);

    /// <summary>What one statement may allocate.</summary>
    internal static long QueryMemory(long memoryBytes) => ServerMemory(memoryBytes) * 80 / 100;

    private static XDocument Engine(EngineArguments arguments, string users)
    {
        var cache = Math.Clamp(arguments.MemoryBytes / 16, 32 * Megabyte, 256 * Megabyte);
        return Document(
            new XElement("logger", new XElement("level", "none")),
            new XElement("users_config", users),
            new XElement("timezone", "UTC"),
            Number("max_server_memory_usage", ServerMemory(arguments.MemoryBytes)),
            Number("mark_cache_size", cache),
            Number("index_mark_cache_size", cache / 4),
            Number("uncompressed_cache_size", 0),
            Number("index_uncompressed_cache_size", 0),
            Number("compiled_expression_cache_size", 16 * Megabyte),
            Number("background_pool_size", 2),
            Number("background_schedule_pool_size", 4),

            // Parts that were written anew are deleted within seconds of the end of their lifetime: whoever is erased is to be off the disk soon.
            new XElement(
                "merge_tree", Number("cleanup_delay_period", 5), Number("cleanup_delay_period_random_add", 2), Number("max_cleanup_delay_period", 10)),
            new XElement("backups", new XElement("allowed_path", Path.Combine(arguments.Path, "backups") + "/")));
    }

    private static XDocument Users(EngineArguments arguments)
    {
        // Low enough for a few large statements at once: each spills before they have used up everything together.
        var spill = ServerMemory(arguments.MemoryBytes) / 6;
        return Document(
            new XElement("profiles", new XElement(
                "default",
                Number("max_execution_time", arguments.QueryTimeoutSeconds),
                Number("max_memory_usage", QueryMemory(arguments.MemoryBytes)),
                Number("max_bytes_before_external_group_by", spill),
                Number("max_bytes_before_external_sort", spill),
                Number("output_format_parquet_row_group_size_bytes", Math.Clamp(spill / 4, 16 * Megabyte, 512 * Megabyte)))),
            new XElement("users", new XElement(
                "default",
                new XElement("password"),
                new XElement("networks", new XElement("ip", "::/0")),
                new XElement("profile", "default"),
                new XElement("quota", "default"))),
            new XElement("quotas", new XElement("default")));
    }

    private static XDocument Document(params object[] content) => new(new XElement("clickhouse", content));

    private static XElement Number(string name, long value) => new(name, value.ToString(CultureInfo.InvariantCulture));
}
