using System.Globalization;
using System.Text.Json;
using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>Properties of what customers say: tickets, surveys, reactions to e-mails.</summary>
internal static class VoicePayloads
{
    private static readonly JsonEncodedText TicketId = JsonText.Of("ticket_id");
    private static readonly JsonEncodedText Topic = JsonText.Of("topic");
    private static readonly JsonEncodedText Channel = JsonText.Of("channel");
    private static readonly JsonEncodedText Priority = JsonText.Of("priority");
    private static readonly JsonEncodedText Text = JsonText.Of("text");
    private static readonly JsonEncodedText ResolutionHours = JsonText.Of("resolution_hours");
    private static readonly JsonEncodedText Survey = JsonText.Of("survey");
    private static readonly JsonEncodedText Score = JsonText.Of("score");
    private static readonly JsonEncodedText Comment = JsonText.Of("comment");
    private static readonly JsonEncodedText Goal = JsonText.Of("goal");
    private static readonly JsonEncodedText Value = JsonText.Of("value");
    private static readonly JsonEncodedText Experience = JsonText.Of("experience");
    private static readonly JsonEncodedText Reason = JsonText.Of("reason");
    private static readonly JsonEncodedText CampaignId = JsonText.Of("campaign_id");
    private static readonly string[] Channels = ["email", "chat", "in_app"];
    private static readonly string[] Priorities = ["low", "normal", "high"];
    private static readonly JsonEncodedText[] Surveys = [JsonText.Of("nps"), JsonText.Of("csat"), JsonText.Of("onboarding"), JsonText.Of("exit")];

    public static void Write(in EventRecord record, SaasCall call, Utf8JsonWriter json)
    {
        var random = new RandomStream(record.Detail);
        switch (call)
        {
            case SaasCall.SupportTicketCreated:
                WriteTicket(record, ref random, json);
                break;
            case SaasCall.SupportTicketResolved:
                WriteTicketId(record, json);
                json.WriteString(Topic, SupportTopics.Names[record.A]);
                json.WriteNumber(ResolutionHours, record.B / 10m);
                break;
            case SaasCall.SurveyAnswered:
                WriteAnswer(record, ref random, json);
                break;
            default:
                json.WriteString(CampaignId, string.Create(CultureInfo.InvariantCulture, $"newsletter-{record.A / 7}"));
                break;
        }
    }

    private static void WriteTicket(in EventRecord record, ref RandomStream random, Utf8JsonWriter json)
    {
        WriteTicketId(record, json);
        json.WriteString(Topic, SupportTopics.Names[record.A]);
        json.WriteString(Channel, Channels[random.NextInt(Channels.Length)]);
        var tone = SupportTopics.ToneOf(record.B, random.NextDouble());
        json.WriteString(Priority, Priorities[tone == 0 && random.Chance(0.6) ? 2 : random.NextInt(2)]);
        var problems = SupportTopics.Problems[record.A];
        var opening = SupportTopics.Tones[tone];
        json.WriteString(Text, $"{opening[random.NextInt(opening.Count)]} {problems[random.NextInt(problems.Count)]}");
    }

    private static void WriteTicketId(in EventRecord record, Utf8JsonWriter json) =>
        json.WriteString(TicketId, string.Create(CultureInfo.InvariantCulture, $"T-{record.Customer + 1}-{(record.State >> 12) + 1}"));

    private static void WriteAnswer(in EventRecord record, ref RandomStream random, Utf8JsonWriter json)
    {
        var kind = record.A & 15;
        json.WriteString(Survey, Surveys[kind]);
        switch (kind)
        {
            case SurveyKind.Onboarding:
                json.WriteString(Goal, Psychographics.Goals[record.B & 0xFF]);
                json.WriteString(Value, Psychographics.Values[(record.B >> 8) & 0xFF]);
                json.WriteString(Experience, Psychographics.Experience[record.B >> 16]);
                break;
            case SurveyKind.Exit:
                json.WriteString(Reason, BillingPayloads.Reasons[record.B]);
                var sentences = Comments.OnLeaving[record.B];
                json.WriteString(Comment, sentences[random.NextInt(sentences.Count)]);
                break;
            default:
                var score = record.A >> 4;
                json.WriteNumber(Score, score);
                if (random.Chance(0.45))
                {
                    var about = Comments.OnScore(kind == SurveyKind.Recommendation ? score : score * 2);
                    json.WriteString(Comment, about[random.NextInt(about.Count)]);
                }

                break;
        }
    }
}
