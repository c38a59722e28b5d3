namespace Tessera.Engine.Http;

/// <summary>The headers of ClickHouse's HTTP interface.</summary>
internal static class Headers
{
    public const string User = "X-ClickHouse-User";
    public const string Key = "X-ClickHouse-Key";
    public const string Database = "X-ClickHouse-Database";
    public const string Format = "X-ClickHouse-Format";
    public const string QueryId = "X-ClickHouse-Query-Id";
    public const string Summary = "X-ClickHouse-Summary";
    public const string ExceptionCode = "X-ClickHouse-Exception-Code";
    public const string ExceptionTag = "X-ClickHouse-Exception-Tag";
    public const string TimeZone = "X-ClickHouse-Timezone";
    public const string ServerDisplayName = "X-ClickHouse-Server-Display-Name";
}
