using System.Globalization;
using System.Numerics;

namespace Tessera.Segments.Sql;

/// <summary>Chance: the first eight bytes of a hash of salt and profile id, as a number, fall into a share of all such numbers.</summary>
internal static class ChanceSql
{
    internal static string Holds(InRandomShare random, ParameterSet parameters)
    {
        var limit = Limit(random.Share.Value);
        var drawn = $"reinterpretAsUInt64(reverse(substring(SHA256(concat({parameters.Text(random.Salt + "\u001f")}, lower(toString(profile_id)))), 1, 8)))";
        return limit > ulong.MaxValue ? "1" : $"({drawn} < toUInt64({parameters.Text(limit.ToString(CultureInfo.InvariantCulture))}))";
    }

    // The least whole number that is not below the share.
    private static BigInteger Limit(double share)
    {
        var exact = (decimal)share / 100 * 18446744073709551616m;
        return new BigInteger(decimal.Ceiling(exact));
    }
}
