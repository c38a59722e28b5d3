using System.Net;
using System.Web;
using Tessera.ClickHouse;

namespace Tessera.Server.Hosting.Analytics;

/// <summary>Reads <c>http://user:password@host:8123/database</c>; the database may also be given as <c>?database=</c>, as other clients do.</summary>
internal static class ClickHouseUrl
{
    /// <summary>The database whose tables are ours when the address names none.</summary>
    public const string DefaultDatabase = "tessera";

    /// <exception cref="TesseraException">The address is not an HTTP address.</exception>
    public static ClickHouseOptions Parse(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            throw new TesseraException(
                "TESSERA_CLICKHOUSE_URL is not an HTTP address; write it as http://user:password@host:8123/tessera.");
        }

        var path = WebUtility.UrlDecode(url.AbsolutePath.Trim('/'));
        var user = url.UserInfo.Split(':', 2);
        return new ClickHouseOptions
        {
            Endpoint = new Uri(url.GetLeftPart(UriPartial.Authority).Replace(url.UserInfo + "@", "", StringComparison.Ordinal)),
            User = user[0].Length > 0 ? WebUtility.UrlDecode(user[0]) : "default",
            Password = user.Length > 1 ? WebUtility.UrlDecode(user[1]) : null,
            Database = HttpUtility.ParseQueryString(url.Query)["database"] ?? (path.Length > 0 ? path : DefaultDatabase),
            CompressRequests = !url.IsLoopback,
            CompressResponses = !url.IsLoopback,
        };
    }
}
