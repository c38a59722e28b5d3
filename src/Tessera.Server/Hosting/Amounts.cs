namespace Tessera.Server.Hosting;

/// <summary>Amounts of money in answers.</summary>
internal static class Amounts
{
    /// <summary>The same number without zeros at its end: the engine keeps four decimals, an answer has those that say something.</summary>
    public static decimal Plain(this decimal amount) => amount / 1.0000000000000000000000000000m;
}
