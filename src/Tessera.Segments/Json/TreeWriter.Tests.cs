namespace Tessera.Segments.Json;

/// <summary>Tests of values.</summary>
internal sealed partial class TreeWriter
{
    private void Write(ValueTest test)
    {
        switch (test)
        {
            case TextIs text:
                Object("is", () => Text(text.Value, text.Negated));
                break;
            case TextIsOneOf text:
                Object("isOneOf", () =>
                {
                    Texts(text.Values);
                    json.WriteBoolean("negated", text.Negated);
                });
                break;
            case TextContains text:
                Object("contains", () => Text(text.Value, text.Negated));
                break;
            case TextStartsWith text:
                Object("startsWith", () => json.WriteString("value", text.Value));
                break;
            case TextEndsWith text:
                Object("endsWith", () => json.WriteString("value", text.Value));
                break;
            case TextMatches text:
                Object("matches", () => json.WriteString("pattern", text.Pattern));
                break;
            case NumberCompares number:
                Object("compares", () =>
                {
                    json.WriteString("comparison", JsonNames.Of(JsonNames.Comparisons, number.Comparison));
                    json.WriteNumber("value", number.Value);
                });
                break;
            case NumberIsBetween range:
                Object("isBetween", () =>
                {
                    json.WriteNumber("low", range.Low);
                    json.WriteNumber("high", range.High);
                });
                break;
            case BooleanIs truth:
                Object("isTruth", () =>
                {
                    json.WriteBoolean("value", truth.Value);
                    json.WriteBoolean("negated", truth.Negated);
                });
                break;
            case IsSet set:
                Object("isSet", () => json.WriteBoolean("negated", set.Negated));
                break;
            case Includes list:
                Object("includes", () =>
                {
                    Texts(list.Values);
                    json.WriteBoolean("every", list.Every);
                });
                break;
            case VersionCompares version:
                Object("comparesVersion", () =>
                {
                    json.WriteString("comparison", JsonNames.Of(JsonNames.Comparisons, version.Comparison));
                    json.WriteString("version", version.Version.Text);
                });
                break;
            case IsInExtremeShare share:
                Object("isInShare", () =>
                {
                    json.WriteString("extreme", JsonNames.Of(JsonNames.Extremes, share.Extreme));
                    json.WriteNumber("percent", share.Share.Value);
                });
                break;
            case HasBeen been:
                Object("hasBeen", () =>
                {
                    json.WriteString("value", been.Value);
                    Member("length", been.Length, Write);
                });
                break;
            default:
                Date((DateTest)test);
                break;
        }
    }

    private void Date(DateTest test)
    {
        switch (test)
        {
            case DateIsWithinNext date:
                Object("isWithinNext", () => Member("length", date.Length, Write));
                break;
            case DateIsWithinLast date:
                Object("isWithinLast", () => Member("length", date.Length, Write));
                break;
            case DateIsMoreThanAgo date:
                Object("isMoreThanAgo", () => Member("length", date.Length, Write));
                break;
            case HasAnniversaryWithinNext date:
                Object("hasAnniversaryWithinNext", () => Member("length", date.Length, Write));
                break;
            case DateIsBefore date:
                Object("isBefore", () => json.WriteString("instant", date.Instant.ToString()));
                break;
            case DateIsAfter date:
                Object("isAfter", () => json.WriteString("instant", date.Instant.ToString()));
                break;
            default:
                throw new NotSupportedException(test.GetType().Name);
        }
    }
}
