using System.Text.Json;

namespace Tessera.Server.Ingestion.Sources;

/// <summary>What to paste so that a source sends to this server.</summary>
/// <param name="Browser">For a web page: HTML.</param>
/// <param name="Node">For a server on Node.js: JavaScript.</param>
/// <param name="Http">For anything else: a call by curl.</param>
internal sealed record SourceSnippets(string Browser, string Node, string Http)
{
    /// <summary>Stands where the write key is to be put in, when it is not known any more.</summary>
    public const string Placeholder = "YOUR_WRITE_KEY";

    /// <summary>The snippets of a source.</summary>
    /// <param name="writeKey">Its write key.</param>
    /// <param name="address">Where this server answers, without a slash at the end.</param>
    public static SourceSnippets Of(string writeKey, string address)
    {
        // The default encoder writes no character that means anything in HTML or in a shell's single quotes.
        var (key, url) = (JsonSerializer.Serialize(writeKey), JsonSerializer.Serialize(address));
        return new SourceSnippets(
            $$"""
            <script type="module">
              import { AnalyticsBrowser } from "https://cdn.jsdelivr.net/npm/@segment/analytics-next@1/+esm";
              const analytics = AnalyticsBrowser.load({ writeKey: {{key}}, cdnURL: {{url}} });
              analytics.page();
              // analytics.identify("user-1", { email: "ada@example.com" });
              // analytics.track("Product Added", { product_id: "A-1", price: 12.5 });
              window.analytics = analytics;
            </script>
            """,
            $$"""
            // npm install @segment/analytics-node
            import { Analytics } from "@segment/analytics-node";
            const analytics = new Analytics({ writeKey: {{key}}, host: {{url}} });
            analytics.identify({ userId: "user-1", traits: { email: "ada@example.com" } });
            analytics.track({ userId: "user-1", event: "Product Added", properties: { product_id: "A-1", price: 12.5 } });
            await analytics.closeAndFlush();
            """,
            $$$"""
            curl -u '{{{writeKey}}}:' -H 'Content-Type: application/json' '{{{url.Trim('"')}}}/v1/track' \
              -d '{"userId": "user-1", "event": "Product Added", "properties": {"product_id": "A-1", "price": 12.5}}'
            """);
    }
}
