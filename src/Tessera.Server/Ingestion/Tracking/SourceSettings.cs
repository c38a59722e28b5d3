using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tessera.Server.Ingestion.Tracking;

/// <summary>The document that Segment's browser SDK loads from <c>cdnURL</c>: it sends to this server and nowhere else.</summary>
internal static class SourceSettings
{
    public static JsonObject Of(string writeKey, HttpRequest request) => new()
    {
        ["integrations"] = new JsonObject
        {
            ["Segment.io"] = new JsonObject
            {
                ["apiKey"] = writeKey,
                ["apiHost"] = $"{request.Host.Value}{request.PathBase.Value}/v1",
                ["protocol"] = request.Scheme,
                ["unbundledIntegrations"] = new JsonArray(),
                ["addBundledMetadata"] = false,
                ["maybeBundledConfigIds"] = new JsonObject(),
                ["versionSettings"] = new JsonObject { ["version"] = "4.4.7", ["componentTypes"] = new JsonArray("browser") },
            },
        },
        ["plan"] = new JsonObject
        {
            ["track"] = Everything(),
            ["identify"] = Everything(),
            ["group"] = Everything(),
        },
        ["edgeFunction"] = new JsonObject(),
        ["analyticsNextEnabled"] = true,
        ["middlewareSettings"] = new JsonObject(),
        ["enabledMiddleware"] = new JsonObject(),

        // The SDK's own metrics would go to its maker.
        ["metrics"] = new JsonObject { ["sampleRate"] = 0 },
        ["legacyVideoPluginsEnabled"] = false,
        ["remotePlugins"] = new JsonArray(),
    };

    private static JsonObject Everything() => new() { ["__default"] = new JsonObject { ["enabled"] = true, ["integrations"] = new JsonObject() } };
}
