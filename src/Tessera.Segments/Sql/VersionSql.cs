namespace Tessera.Segments.Sql;

/// <summary>Semantic versions in SQL: each becomes a key that sorts as versions do.</summary>
internal static class VersionSql
{
    private const string Identifiers = "[0-9A-Za-z-]+(\\\\.[0-9A-Za-z-]+)*";
    private const string Pattern = "'^[vV]?[0-9]+(\\\\.[0-9]+){0,2}(-" + Identifiers + ")?(\\\\+" + Identifiers + ")?$'";

    internal static string Compare(string text, Comparison comparison, string bound) =>
        $"if(length({text}) <= 200 AND match({text}, {Pattern}), {Key($"ifNull({text}, '')")} {ValueTestSql.Operator(comparison)} {Key(bound)}, 0)";

    // Numbers of any length compare by how many digits they have and then digit by digit; an identifier that is a number comes before one that is none.
    private static string Key(string text) =>
        $"(arrayResize(arrayMap(part -> (toUInt8(0), length({Digits("part")}), {Digits("part")}), splitByChar('.', extract({text}, '^[vV]?([0-9.]+)'))), 3, (toUInt8(0), toUInt64(0), '')), "
        + $"toUInt8({PreRelease(text)} = ''), "
        + $"arrayMap(part -> if(match(part, '^[0-9]+$'), (toUInt8(0), length({Digits("part")}), {Digits("part")}), (toUInt8(1), toUInt64(0), part)), splitByChar('.', {PreRelease(text)})))";

    private static string PreRelease(string text) => $"extract({text}, '^[^-+]*-([^+]*)')";

    private static string Digits(string part) => $"replaceRegexpOne({part}, '^0+', '')";
}
