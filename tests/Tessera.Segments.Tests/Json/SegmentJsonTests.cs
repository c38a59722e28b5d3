using System.Text.Json;
using Tessera.Segments.Json;
using Tessera.Segments.Tests.Support;

namespace Tessera.Segments.Tests.Json;

public sealed class SegmentJsonTests
{
    [Fact]
    public void Write_AnyTree_ReadsBackAsTheSameTree()
    {
        var generator = new TreeGenerator(new Random(42));
        for (var index = 0; index < 3_000; index++)
        {
            var segment = generator.Segment();
            var json = SegmentJson.Write(segment);

            var result = SegmentJson.Read(json);

            result.Problem.ShouldBeEmpty(json);
            result.Segment.ShouldBe(segment, json);
        }
    }

    [Fact]
    public void Write_DeepestTree_ReadsBack()
    {
        Expression expression = new InSegment(new SegmentKey("vip"));
        for (var depth = 1; depth < Segment.MaxDepth; depth++)
        {
            expression = depth % 2 == 0 ? new Not(expression) : new AtLeastOf(1, [expression]);
        }

        var segment = new Segment(expression);

        SegmentJson.Read(SegmentJson.Write(segment)).Segment.ShouldBe(segment);
        SegmentJson.Read(SegmentJson.Write(new Segment(new Not(expression)))).Segment.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "", "no JSON")]
    [InlineData("[]", "", "Expected an object")]
    [InlineData("{}", "", "version is missing")]
    [InlineData("""{"version":2,"definition":{}}""", "/version", "Version 2")]
    [InlineData("""{"version":"1","definition":{}}""", "/version", "Expected a whole number")]
    [InlineData("""{"version":1}""", "", "definition is missing")]
    [InlineData("""{"version":1,"definition":{"type":"inSegment","segment":"vip"},"more":1}""", "", "more is not known")]
    [InlineData("""{"version":1,"definition":{"type":"inSegment","segment":"vip","more":1}}""", "/definition", "more is not known")]
    [InlineData("""{"version":1,"definition":{"type":"inSegment","segment":null}}""", "/definition/segment", "not null")]
    [InlineData("""{"version":1,"definition":{"type":"inSegment","segment":"a","segment":"b"}}""", "/definition", "twice")]
    [InlineData("""{"version":1,"definition":{"type":"inSegmnt","segment":"vip"}}""", "/definition/type", "no condition of type inSegmnt")]
    [InlineData("""{"version":1,"definition":{"type":"all","items":[]}}""", "/definition", "at least two")]
    [InlineData("""{"version":1,"definition":{"type":"all","items":[{"type":"consentsTo","purpose":"a"},{"type":"consentsTo"}]}}""", "/definition/items/1", "purpose is missing")]
    [InlineData("""{"version":1,"definition":{"type":"consentsTo","purpose":"\ud800"}}""", "/definition/purpose", "half a character")]
    [InlineData("""{"version":1,"definition":{"type":"trait","path":[],"test":{"type":"isSet","negated":false}}}""", "/definition/path", "empty")]
    [InlineData("""{"version":1,"definition":{"type":"trait","path":["a"],"test":{"type":"isOneOf","values":[],"negated":false}}}""", "/definition/test/values", "empty")]
    [InlineData("""{"version":1,"definition":{"type":"trait","path":["a"],"test":{"type":"matches","pattern":"("}}}""", "/definition/test", "never closed")]
    [InlineData("""{"version":1,"definition":{"type":"trait","path":["a"],"test":{"type":"compares","comparison":"==","value":1}}}""", "/definition/test/comparison", "Expected one of =")]
    [InlineData("""{"version":1,"definition":{"type":"trait","path":["a"],"test":{"type":"compares","comparison":"=","value":1e300}}}""", "/definition", "60 characters")]
    [InlineData("""{"version":1,"definition":{"type":"trait","path":["a"],"test":{"type":"isBefore","instant":"2026-02-30"}}}""", "/definition/test/instant", "no day")]
    [InlineData("""{"version":1,"definition":{"type":"property","path":["a"],"test":{"type":"isSet","negated":false}}}""", "/definition", "no text that means the same")]
    [InlineData("""{"version":1,"definition":{"type":"hasBeenInSegment","segment":"a","length":{"count":0,"unit":"days"}}}""", "/definition/length", "positive")]
    [InlineData("""{"version":1,"definition":{"type":"hasBeenInSegment","segment":"a","length":{"count":1,"unit":"months"}}}""", "/definition/length/unit", "months")]
    public void Read_WhatIsNoTree_SaysWhereAndWhy(string json, string pointer, string problem)
    {
        var result = SegmentJson.Read(json);

        result.Segment.ShouldBeNull();
        result.Problem.ShouldContain(problem);
        result.Pointer.ShouldBe(pointer);
    }

    [Fact]
    public void Read_MutatedTrees_GivesAResult()
    {
        var random = new Random(5);
        var generator = new TreeGenerator(random);
        for (var index = 0; index < 3_000; index++)
        {
            var json = SegmentJson.Write(generator.Segment(2)).ToCharArray();
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                json[random.Next(json.Length)] = "{}[]\",:0a\\u"[random.Next(11)];
            }

            var result = SegmentJson.Read(new string(json));

            (result.Segment is null).ShouldBe(result.Problem.Length > 0);
        }
    }

    [Fact]
    public void Write_Indented_IsTheSameJson()
    {
        var segment = new TreeGenerator(new Random(1)).Segment();
        using var plain = JsonDocument.Parse(SegmentJson.Write(segment));
        using var indented = JsonDocument.Parse(SegmentJson.Write(segment, indented: true));

        JsonElement.DeepEquals(plain.RootElement, indented.RootElement).ShouldBeTrue();
    }
}
