using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tessera.Server.Ingestion.Contracts;

namespace Tessera.Server.Tests.Ingestion.Contracts;

/// <summary>JSON that everybody reads alike.</summary>
public sealed class PlainJsonTests
{
    [Theory]
    [InlineData("""{ "a": 1, "b": { "a": 2 }, "c": [ { "a": 3 }, { "a": 4 } ], "A": 5 }""")]
    [InlineData("""[ 9223372036854775807, -9223372036854775808, 18446744073709551615, 1e308, 0.1000000000000000055511151231257827 ]""")]
    [InlineData("""{ "\ud83d\ude00": "\u00e9" }""")]
    [InlineData("1e-400")]
    public void Pass_WhatEverybodyReadsAlike_FindsNothing(string json) => FindingIn(json).ShouldBe(JsonFinding.None);

    [Theory]
    [InlineData("""{ "a": 1, "a": 2 }""", """{"a":2}""")]
    [InlineData("""{ "a": 1, "b": 5, "\u0061": 2 }""", """{"b":5,"\u0061":2}""")]
    [InlineData("""{ "x": [ 1, { "a": { "deep": 1 }, "b": [ ], "a": null } ] }""", """{"x":[1,{"b":[ ],"a":null}]}""")]
    [InlineData("""{ "n": 100000000000000000000 }""", """{"n":1e20}""")]
    [InlineData("""{ "n": [ 18446744073709551616, -9223372036854775809, 12345678901234567890123 ] }""", """{"n":[18446744073709552e3,-9223372036854776e3,12345678901234568e6]}""")]
    [InlineData("""{ "a": 1, "a": 99999999999999999999 }""", """{"a":1e20}""")]
    public void Rewrite_WhatIsAmbiguous_KeepsTheLastNameAndTheNearestNumber(string json, string plain)
    {
        FindingIn(json).ShouldBe(JsonFinding.Ambiguous);
        var written = Encoding.UTF8.GetString(PlainJson.Rewrite(Encoding.UTF8.GetBytes(json), 64));
        FindingIn(written).ShouldBe(JsonFinding.None);
        JsonElement.DeepEquals(JsonDocument.Parse(written).RootElement, JsonDocument.Parse(plain).RootElement).ShouldBeTrue($"{written} for {plain}");
    }

    [Theory]
    [InlineData("""{ "price": 1e400 }""", "price")]
    [InlineData("""{ "a": 1, "items": [ 1, { "price": -1E+309 } ] }""", "items.1.price")]
    public void Pass_ANumberBeyondEverybody_IsFoundAndNamed(string json, string path)
    {
        FindingIn(json).ShouldBe(JsonFinding.NumberTooLarge);
        PlainJson.PathOfNumberTooLarge(Encoding.UTF8.GetBytes(json), 64).ShouldBe(path);
    }

    [Fact]
    public void Pass_AnIntegerOf400Digits_IsTooLarge() => FindingIn(new string('9', 400)).ShouldBe(JsonFinding.NumberTooLarge);

    [Theory]
    [InlineData("""{ "a": "\ud800" }""")]
    [InlineData("""{ "a": [ { "\uDFFF": 1 } ] }""")]
    public void Pass_HalfACharacter_IsFound(string json) => FindingIn(json).ShouldBe(JsonFinding.HalfCharacter);

    [Fact]
    public void Rewrite_AnyIntegerBeyond64Bits_IsTheNearestDoubleAndNotLonger() =>
        Prop.ForAll(
            Gen.Choose(0, 9).ListOf(60).SelectMany(_ => Gen.Choose(0, 1), (digits, minus) => (minus == 1 ? "-9" : "9") + string.Concat(digits)).SelectMany(text => Gen.Choose(20, 60), (text, length) => text[..length]).ToArbitrary(),
            integer =>
            {
                var written = Encoding.UTF8.GetString(PlainJson.Rewrite(Encoding.UTF8.GetBytes(integer), 64));
                written.Length.ShouldBeLessThanOrEqualTo(integer.Length);
                double.Parse(written, CultureInfo.InvariantCulture).ShouldBe(double.Parse(integer, CultureInfo.InvariantCulture));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Pass_AnyObject_FindsANameThatComesTwiceAtAnyDepth() =>
        Prop.ForAll(
            Gen.Choose(0, 40).Select(number => $"name number {number.ToString(CultureInfo.InvariantCulture)}").ListOf().ToArbitrary(),
            names =>
            {
                var body = string.Join(',', names.Select(name => $$"""  "{{name}}" : { "name number 1": [ ] }"""));
                FindingIn($$"""{ "outer": [ { {{body}} }, 7 ] }""").ShouldBe(names.Distinct(StringComparer.Ordinal).Count() == names.Count ? JsonFinding.None : JsonFinding.Ambiguous);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Pass_AHundredNamesInAHundredObjects_RemembersThemAll()
    {
        var names = string.Join(',', Enumerable.Range(0, 100).Select(number => $"\"{number.ToString(CultureInfo.InvariantCulture)}\":1"));
        var deep = string.Concat(Enumerable.Repeat("{\"in\":", 50)) + "{" + names + "}" + new string('}', 50);
        FindingIn(deep).ShouldBe(JsonFinding.None);
        FindingIn(deep.Replace("\"99\"", "\"0\"", StringComparison.Ordinal)).ShouldBe(JsonFinding.Ambiguous);
    }

    [Theory]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("100000000000000000000", "1e20")]
    [InlineData("100000000000000000000.5", "100000000000000000000.5")]
    public void PlainNumber_OfADecimal_IsOneThatEverybodyReads(string number, string text) =>
        PlainJson.PlainNumber(decimal.Parse(number, CultureInfo.InvariantCulture)).ShouldBe(text);

    private static JsonFinding FindingIn(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var finding = PlainJson.Pass(ref reader);
        reader.Read().ShouldBeFalse("all of the value was passed over");
        return finding;
    }
}
