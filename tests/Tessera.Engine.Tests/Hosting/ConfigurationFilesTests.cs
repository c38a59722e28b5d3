using System.Globalization;
using System.Xml.Linq;
using Tessera.Engine.Hosting;
using Tessera.Testing;

namespace Tessera.Engine.Tests.Hosting;

public sealed class ConfigurationFilesTests
{
    private const long Gibibyte = 1024L * 1024 * 1024;

    [Theory]
    [InlineData(Gibibyte / 2)]
    [InlineData(Gibibyte)]
    [InlineData(16 * Gibibyte)]
    public void Write_AnyMemory_KeepsTheLimitsInOrder(long memory)
    {
        using var directory = new TemporaryDirectory();

        var path = ConfigurationFiles.Write(new EngineArguments(directory.FullPath, "/lib", 0, memory, 4, 60, 30));

        var engine = XDocument.Load(path).Root!;
        var profile = XDocument.Load(engine.Element("users_config")!.Value).Root!.Element("profiles")!.Element("default")!;
        var server = Number(engine, "max_server_memory_usage");
        var query = Number(profile, "max_memory_usage");
        server.ShouldBeLessThan(memory * 6 / 10);
        query.ShouldBeLessThan(server);
        Number(profile, "max_bytes_before_external_group_by").ShouldBeLessThan(query / 2);
        Number(profile, "max_bytes_before_external_sort").ShouldBeLessThan(query / 2);
        Number(engine, "mark_cache_size").ShouldBeLessThan(memory / 8);
        Number(profile, "max_execution_time").ShouldBe(60);
    }

    private static long Number(XElement parent, string name) => long.Parse(parent.Element(name)!.Value, CultureInfo.InvariantCulture);
}
