using System.Text.Json;

namespace Tessera.Segments.Json;

/// <summary>Writes trees as JSON; the counterpart of <see cref="TreeReader"/>.</summary>
internal sealed partial class TreeWriter(Utf8JsonWriter json)
{
    internal void Write(Expression expression)
    {
        switch (expression)
        {
            case All all:
                Object("all", () => List("items", all.Items, Write));
                break;
            case Any any:
                Object("any", () => List("items", any.Items, Write));
                break;
            case Not not:
                Object("not", () => Member("operand", not.Operand, Write));
                break;
            case AtLeastOf group:
                Object("atLeastOf", () =>
                {
                    json.WriteNumber("minimum", group.Minimum);
                    List("items", group.Items, Write);
                });
                break;
            case TraitCondition trait:
                Object("trait", () => Tested(trait.Path, trait.Test));
                break;
            case PropertyCondition property:
                Object("property", () => Tested(property.Path, property.Test));
                break;
            case Did did:
                Object("did", () =>
                {
                    Member("event", did.Event, Write);
                    Member("quantity", did.Quantity, Write);
                    Member("period", did.Period, Write);
                });
                break;
            case DidRegularly regular:
                Object("didRegularly", () =>
                {
                    Member("event", regular.Event, Write);
                    Member("quantity", regular.Quantity, Write);
                    json.WriteString("unit", JsonNames.Of(JsonNames.Units, regular.Unit));
                    json.WriteNumber("minimum", regular.Minimum);
                    json.WriteNumber("of", regular.Of);
                });
                break;
            case DidSequence sequence:
                Object("didSequence", () => Sequence(sequence));
                break;
            case MeasureCondition measure:
                Object("measure", () =>
                {
                    Member("measure", measure.Measure, Write);
                    Member("test", measure.Test, Write);
                });
                break;
            case TrendCondition trend:
                Object("trend", () =>
                {
                    Member("measure", trend.Measure, Write);
                    json.WriteString("trend", JsonNames.Of(JsonNames.Trends, trend.Trend));
                    json.WriteNumber("percent", trend.Change.Value);
                });
                break;
            case RecencyCondition recency:
                Object("recency", () =>
                {
                    json.WriteString("occurrence", JsonNames.Of(JsonNames.Occurrences, recency.Occurrence));
                    Member("event", recency.Event, Write);
                    Member("test", recency.Test, Write);
                });
                break;
            default:
                Reference(expression);
                break;
        }
    }

    private void Reference(Expression expression)
    {
        switch (expression)
        {
            case InSegment member:
                Object("inSegment", () => json.WriteString("segment", member.Key.Value));
                break;
            case EnteredSegment entered:
                Object("enteredSegment", () =>
                {
                    json.WriteString("segment", entered.Key.Value);
                    Member("period", entered.Period, Write);
                });
                break;
            case LeftSegment left:
                Object("leftSegment", () =>
                {
                    json.WriteString("segment", left.Key.Value);
                    Member("period", left.Period, Write);
                });
                break;
            case HasBeenInSegment member:
                Object("hasBeenInSegment", () =>
                {
                    json.WriteString("segment", member.Key.Value);
                    Member("length", member.Length, Write);
                });
                break;
            case ConsentsTo consent:
                Object("consentsTo", () => json.WriteString("purpose", consent.Purpose));
                break;
            case InRandomShare random:
                Object("inRandomShare", () =>
                {
                    json.WriteNumber("percent", random.Share.Value);
                    json.WriteString("salt", random.Salt);
                });
                break;
            case CompanyDid company:
                Object("companyDid", () => Member("condition", company.Condition, Write));
                break;
            default:
                throw new NotSupportedException(expression.GetType().Name);
        }
    }

    private void Source(ValuePath? property, EventSelector selector, Period period)
    {
        if (property is not null)
        {
            Member("property", property, Write);
        }

        Member("event", selector, Write);
        Member("period", period, Write);
    }

    private void Sequence(DidSequence sequence)
    {
        Member("first", sequence.First, Write);
        List("then", sequence.Then, step => Plain(() =>
        {
            Member("event", step.Event, Write);
            Optional("within", step.Within, Write);
        }));
        Optional("absence", sequence.Absence, absence => Plain(() =>
        {
            Member("event", absence.Event, Write);
            Member("within", absence.Within, Write);
        }));
        Optional("sameProperty", sequence.SameProperty, Write);
        Optional("withoutBetween", sequence.WithoutBetween, Write);
        Member("period", sequence.Period, Write);
    }

    private void Write(EventSelector selector) => Plain(() =>
    {
        json.WriteString("name", selector.Name?.Value);
        Optional("where", selector.Where, Write);
    });

    private void Write(Quantity quantity) => Plain(() =>
    {
        json.WriteString("of", JsonNames.Of(JsonNames.Counted, quantity.Of));
        json.WriteString("test", JsonNames.Of(JsonNames.CountTests, quantity.Count.Kind));
        json.WriteNumber("count", quantity.Count.Low);
        if (quantity.Count.Kind == CountTestKind.Between)
        {
            json.WriteNumber("upTo", quantity.Count.High);
        }
    });

    private void Write(Duration duration) => Plain(() =>
    {
        json.WriteNumber("count", duration.Count);
        json.WriteString("unit", JsonNames.Of(JsonNames.Units, duration.Unit));
    });

    private void Write(ValuePath path)
    {
        json.WriteStartArray();
        foreach (var segment in path.Segments)
        {
            json.WriteStringValue(segment);
        }

        json.WriteEndArray();
    }

    private void Tested(ValuePath path, ValueTest test)
    {
        Member("path", path, Write);
        Member("test", test, Write);
    }

    private void Text(string value, bool negated)
    {
        json.WriteString("value", value);
        json.WriteBoolean("negated", negated);
    }

    private void Texts(ValueList<string> values) => List("values", values, json.WriteStringValue);

    private void Object(string type, Action members)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        members();
        json.WriteEndObject();
    }

    private void Plain(Action members)
    {
        json.WriteStartObject();
        members();
        json.WriteEndObject();
    }

    private void Member<T>(string name, T value, Action<T> write)
    {
        json.WritePropertyName(name);
        write(value);
    }

    private void Optional<T>(string name, T? value, Action<T> write)
        where T : class
    {
        if (value is not null)
        {
            Member(name, value, write);
        }
    }

    private void List<T>(string name, ValueList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
