namespace Tessera.ClickHouse.Codecs;

/// <summary>A value does not fit its column. The row's reader or writer adds which column it was.</summary>
#pragma warning disable CA1032 // Never leaves the library: it is always given its reason, and wrapped with the column.
internal sealed class ValueException(string message) : Exception(message);
#pragma warning restore CA1032
