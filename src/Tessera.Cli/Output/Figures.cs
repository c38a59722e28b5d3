using System.Globalization;

namespace Tessera.Cli.Output;

/// <summary>Numbers as people read them.</summary>
internal static class Figures
{
    private const double BytesPerStep = 1000;
    private static readonly string[] ByteUnits = ["B", "kB", "MB", "GB", "TB"];

    public static string Count(decimal? count) => count?.ToString("#,0", CultureInfo.InvariantCulture) ?? "";

    public static string Money(decimal? amount) => amount?.ToString("#,0.00", CultureInfo.InvariantCulture) ?? "";

    public static string Money(decimal? amount, string? currency) => amount is null ? "" : $"{Money(amount)} {currency}".TrimEnd();

    public static string Share(decimal? fraction) => fraction is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %") : "";

    public static string Change(decimal? fraction) =>
        fraction is { } change ? string.Create(CultureInfo.InvariantCulture, $"{change * 100:+0.0;-0.0;0.0} %") : "";

    public static string Decimal(decimal? number) => number?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";

    public static string Day(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Bytes(double bytes)
    {
        var step = 0;
        while (bytes >= BytesPerStep && step < ByteUnits.Length - 1)
        {
            bytes /= BytesPerStep;
            step++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{bytes:0.#} {ByteUnits[step]}");
    }

    public static string Duration(TimeSpan duration) => duration.TotalSeconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds} s");
}
