namespace Tessera.Segments.Json;

/// <summary>Periods and measures.</summary>
internal sealed partial class TreeWriter
{
    private void Write(Period period)
    {
        switch (period)
        {
            case Ever:
                Object("ever", () => { });
                break;
            case InLast last:
                Object("inLast", () => Member("length", last.Length, Write));
                break;
            case InFirst first:
                Object("inFirst", () => Member("length", first.Length, Write));
                break;
            case Since since:
                Object("since", () => json.WriteString("from", since.From.ToString()));
                break;
            case Before before:
                Object("before", () => json.WriteString("to", before.To.ToString()));
                break;
            case BetweenInstants between:
                Object("between", () =>
                {
                    json.WriteString("from", between.From.ToString());
                    json.WriteString("to", between.To.ToString());
                });
                break;
            case BetweenAgo ago:
                Object("betweenAgo", () =>
                {
                    json.WriteNumber("from", ago.From);
                    json.WriteNumber("to", ago.To);
                    json.WriteString("unit", JsonNames.Of(JsonNames.Units, ago.Unit));
                });
                break;
            case InCurrent current:
                Object("inCurrent", () => json.WriteString("unit", JsonNames.Of(JsonNames.CalendarUnits, current.Unit)));
                break;
            case InPrevious previous:
                Object("inPrevious", () => json.WriteString("unit", JsonNames.Of(JsonNames.CalendarUnits, previous.Unit)));
                break;
            default:
                throw new NotSupportedException(period.GetType().Name);
        }
    }

    private void Write(Measure measure)
    {
        switch (measure)
        {
            case CountOf count:
                Object("count", () => Source(null, count.Event, count.Period));
                break;
            case DistinctCountOf count:
                Object("countDistinct", () => Source(count.Property, count.Event, count.Period));
                break;
            case AggregateOf aggregate:
                Object(JsonNames.Of(JsonNames.Aggregates, aggregate.Aggregate), () => Source(aggregate.Property, aggregate.Event, aggregate.Period));
                break;
            case OccurrenceOf value:
                Object(JsonNames.Of(JsonNames.Occurrences, value.Occurrence), () => Source(value.Property, value.Event, value.Period));
                break;
            case MostFrequentOf value:
                Object("mostFrequent", () => Source(value.Property, value.Event, value.Period));
                break;
            case RatioOf ratio:
                Object("ratio", () =>
                {
                    Member("dividend", ratio.Dividend, Write);
                    Member("divisor", ratio.Divisor, Write);
                });
                break;
            default:
                throw new NotSupportedException(measure.GetType().Name);
        }
    }
}
