using System.Globalization;
using System.Text.Json;
using Tessera.Simulation.Randomness;
using Tessera.Simulation.Running;

namespace Tessera.Simulation.DesignSaas;

/// <summary>Properties of what is done inside the tool.</summary>
internal static class UsagePayloads
{
    private static readonly JsonEncodedText Method = JsonText.Of("method");
    private static readonly JsonEncodedText ProjectId = JsonText.Of("project_id");
    private static readonly JsonEncodedText ProjectType = JsonText.Of("project_type");
    private static readonly JsonEncodedText FeatureName = JsonText.Of("feature");
    private static readonly JsonEncodedText FeatureGroupName = JsonText.Of("feature_group");
    private static readonly JsonEncodedText IsFirstUse = JsonText.Of("first_use");
    private static readonly JsonEncodedText Duration = JsonText.Of("duration");
    private static readonly JsonEncodedText Actions = JsonText.Of("actions");
    private static readonly JsonEncodedText Format = JsonText.Of("format");
    private static readonly JsonEncodedText Pages = JsonText.Of("pages");
    private static readonly JsonEncodedText FileSizeKb = JsonText.Of("file_size_kb");
    private static readonly JsonEncodedText Template = JsonText.Of("template");
    private static readonly JsonEncodedText Characters = JsonText.Of("characters");
    private static readonly JsonEncodedText Access = JsonText.Of("access");
    private static readonly JsonEncodedText Code = JsonText.Of("code");
    private static readonly JsonEncodedText Dismissed = JsonText.Of("dismissed");
    private static readonly JsonEncodedText Integration = JsonText.Of("integration");

    private static readonly JsonEncodedText[] GroupNames =
        [JsonText.Of("core"), JsonText.Of("advanced"), JsonText.Of("collaboration"), JsonText.Of("ai")];

    private static readonly JsonEncodedText[] ProjectTypes =
        [JsonText.Of("logo"), JsonText.Of("social_post"), JsonText.Of("presentation"), JsonText.Of("poster"), JsonText.Of("web_page"), JsonText.Of("invitation")];

    private static readonly JsonEncodedText[] Formats =
        [JsonText.Of("png"), JsonText.Of("jpg"), JsonText.Of("pdf"), JsonText.Of("svg"), JsonText.Of("webp"), JsonText.Of("pptx")];

    // With the new editor, WebP takes over from JPEG.
    private static readonly WeightedChoice EarlyFormats = new(36, 24, 22, 12, 1, 5);
    private static readonly WeightedChoice LateFormats = new(36, 7, 22, 12, 18, 5);

    private static readonly JsonEncodedText[] Methods = [JsonText.Of("password"), JsonText.Of("google"), JsonText.Of("apple"), JsonText.Of("sso")];

    private static readonly JsonEncodedText[] ErrorCodes =
        [JsonText.Of("export_failed"), JsonText.Of("upload_timeout"), JsonText.Of("save_conflict"), JsonText.Of("font_missing")];

    public static void Write(in EventRecord record, SaasCall call, bool isCompany, Utf8JsonWriter json)
    {
        var random = new RandomStream(record.Detail);
        switch (call)
        {
            case SaasCall.Login:
                json.WriteString(Method, Methods[isCompany && random.Chance(0.5) ? 3 : (int)(record.Customer * 7L % 3)]);
                break;
            case SaasCall.ProjectCreated or SaasCall.ProjectOpened:
                WriteProject(record, json);
                break;
            case SaasCall.FeatureUsed or SaasCall.UpgradePromptShown:
                WriteFeature(record, call, ref random, json);
                break;
            case SaasCall.TemplateUsed:
                json.WriteString(Template, ProjectTypes[random.NextInt(ProjectTypes.Length)]);
                break;
            case SaasCall.ExportFile:
                WriteExport(record, ref random, json);
                break;
            case SaasCall.ShareLinkCreated:
                json.WriteString(Access, random.Chance(0.7) ? "view" : "edit");
                break;
            case SaasCall.CommentAdded:
                json.WriteNumber(Characters, (int)Math.Clamp(random.LogNormal(60, 0.8), 2, 2000));
                break;
            case SaasCall.ErrorEncountered:
                json.WriteString(Code, ErrorCodes[random.NextInt(ErrorCodes.Length)]);
                break;
            case SaasCall.IntegrationConnected:
                json.WriteString(Integration, Companies.Integrations[record.A]);
                break;
            case SaasCall.SessionEnded:
                json.WriteNumber(Duration, record.A);
                json.WriteNumber(Actions, record.B);
                break;
            case SaasCall.HomeScreen or SaasCall.EditorScreen:
                break;
            default:
                throw new InvalidOperationException($"No properties are known for {call}.");
        }
    }

    private static void WriteProject(in EventRecord record, Utf8JsonWriter json)
    {
        Span<byte> id = stackalloc byte[24];
        id[0] = (byte)'p';
        var length = 1 + Hexadecimal.Write((uint)record.Customer + 1, id[1..]);
        id[length++] = (byte)'-';
        length += Hexadecimal.Write((uint)record.A, id[length..]);
        json.WriteString(ProjectId, id[..length]);

        // A project keeps its type.
        var type = SplitMix64.Combine((ulong)record.Customer, (ulong)record.A) % (ulong)ProjectTypes.Length;
        json.WriteString(ProjectType, ProjectTypes[(int)type]);
    }

    private static void WriteFeature(in EventRecord record, SaasCall call, ref RandomStream random, Utf8JsonWriter json)
    {
        var feature = FeatureCatalogue.All[record.A];
        json.WriteString(FeatureName, feature.Encoded);
        json.WriteString(FeatureGroupName, GroupNames[(int)feature.Group]);
        if (call == SaasCall.UpgradePromptShown)
        {
            json.WriteBoolean(Dismissed, random.Chance(0.9));
            return;
        }

        json.WriteNumber(Duration, (int)Math.Clamp(random.LogNormal(35, 0.8), 1, 3600));
        if (record.B == 1)
        {
            json.WriteBoolean(IsFirstUse, value: true);
        }
    }

    private static void WriteExport(in EventRecord record, ref RandomStream random, Utf8JsonWriter json)
    {
        var format = (record.A >= ProductTimeline.NewEditorDay ? LateFormats : EarlyFormats).Draw(ref random);
        var pages = 1 + (format is 2 or 5 ? random.Poisson(4) : random.Poisson(0.3));
        json.WriteString(Format, Formats[format]);
        json.WriteNumber(Pages, pages);
        json.WriteNumber(FileSizeKb, (int)(pages * random.LogNormal(240, 0.7)) + 1);
    }
}
