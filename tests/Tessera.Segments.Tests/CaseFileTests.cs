using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tessera.Segments.Json;
using Tessera.Testing;

namespace Tessera.Segments.Tests;

/// <summary>The cases every reader of the language shares: each construct of its description, and each way to get one wrong.</summary>
public sealed class CaseFileTests
{
    private static readonly string File = Path.Combine(RepositoryRoot.Path, "tests", "cases", "segments.v1.json");

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static bool IsAccepting => Environment.GetEnvironmentVariable("TESSERA_ACCEPT") == "1";

    [Fact]
    public void Cases_Accepted_HaveTheirTreeCanonicalTextAndReading() => Check("accepted", text =>
    {
        var parsed = Segment.Parse(text);
        parsed.Diagnostics.ShouldBeEmpty(text);
        var segment = parsed.Segment!;
        var canonical = segment.ToString();
        Segment.Parse(canonical).Segment.ShouldBe(segment, text);
        Segment.Parse(canonical).Segment!.ToString().ShouldBe(canonical);
        SegmentJson.Read(SegmentJson.Write(segment)).Segment.ShouldBe(segment, text);
        return new JsonObject
        {
            ["text"] = text,
            ["canonical"] = canonical,
            ["reading"] = segment.Describe(),
            ["tree"] = JsonNode.Parse(SegmentJson.Write(segment)),
        };
    });

    [Fact]
    public void Cases_Refused_GiveTheirErrors() => Check("refused", text =>
    {
        var parsed = Segment.Parse(text);
        parsed.Segment.ShouldBeNull(text);
        return new JsonObject
        {
            ["text"] = text,
            ["errors"] = new JsonArray([.. parsed.Diagnostics.Select(problem =>
            {
                var error = new JsonObject
                {
                    ["code"] = problem.Code,
                    ["line"] = problem.Span.Line,
                    ["column"] = problem.Span.Column,
                    ["length"] = problem.Span.Length,
                    ["message"] = problem.Message,
                };
                if (problem.Suggestion is not null)
                {
                    error["suggestion"] = problem.Suggestion;
                }

                return (JsonNode)error;
            })]),
        };
    });

    [Fact]
    public void Cases_Together_ReachEveryConstructAndEveryErrorOfAText()
    {
        var cases = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        var reached = cases["accepted"]!.AsArray()
            .SelectMany(item => Support.Tree.All(Segment.Parse((string)item!["text"]!).Segment!).Select(part => part.GetType()))
            .ToHashSet();
        var codes = cases["refused"]!.AsArray().SelectMany(item => item!["errors"]!.AsArray()).Select(error => (string)error!["code"]!).ToHashSet(StringComparer.Ordinal);
        string[] checkedAgainstWorkspace =
        [
            DiagnosticCodes.UnknownEvent, DiagnosticCodes.UnknownProperty, DiagnosticCodes.UnknownTrait, DiagnosticCodes.UnknownValue,
            DiagnosticCodes.UnknownConsent, DiagnosticCodes.UnknownSegment, DiagnosticCodes.FaultySegment,
            DiagnosticCodes.NoHistory, DiagnosticCodes.TypeMismatch, DiagnosticCodes.Cycle, DiagnosticCodes.Constant, DiagnosticCodes.TooExpensive,
        ];
        string[] needLongTexts = [DiagnosticCodes.TooLong, DiagnosticCodes.TooDeep, DiagnosticCodes.TooManyErrors];
        var all = typeof(DiagnosticCodes).GetFields().Select(field => (string)field.GetValue(null)!);

        Support.Tree.Constructs.Where(type => type != typeof(PropertyCondition) && !reached.Contains(type)).ShouldBeEmpty();
        all.Where(code => !codes.Contains(code)).Except([.. checkedAgainstWorkspace, .. needLongTexts], StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static void Check(string kind, Func<string, JsonObject> result)
    {
        lock (Readable)
        {
            var cases = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
            var items = cases[kind]!.AsArray();
            items.Count.ShouldBeGreaterThan(50);
            for (var index = 0; index < items.Count; index++)
            {
                var actual = result((string)items[index]!["text"]!);
                if (IsAccepting)
                {
                    items[index] = actual;
                }
                else
                {
                    actual.ToJsonString(Readable).ShouldBe(items[index]!.ToJsonString(Readable));
                }
            }

            if (IsAccepting)
            {
                System.IO.File.WriteAllText(File, cases.ToJsonString(Readable) + "\n");
            }
        }
    }
}
