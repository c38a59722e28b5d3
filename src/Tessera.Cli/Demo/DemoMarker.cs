using System.Text.Json;
using System.Text.Json.Serialization;
using Tessera.Server.Hosting;

namespace Tessera.Cli.Demo;

/// <summary>The file <c>demo.json</c> in a demo's data directory, which says what the directory holds.</summary>
internal sealed class DemoMarker(DataDirectory directory)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        WriteIndented = true,
    };

    private string FilePath => Path.Combine(directory.Root, "demo.json");

    /// <summary>What the directory holds for a demo of the wanted content: what is there already, or the wanted content itself.</summary>
    /// <exception cref="CommandFailure">The directory holds something else.</exception>
    public DemoContent Reconcile(DemoContent wanted)
    {
        if (!File.Exists(FilePath))
        {
            return !File.Exists(directory.MetadataFile)
                ? wanted
                : throw new CommandFailure(
                    $"{directory.Root} holds data that is not a demo's; run it with \"./tessera serve --data {directory.Root}\", or choose another directory with --data.");
        }

        var there = Read();
        return there.IsSameAs(wanted)
            ? there
            : throw new CommandFailure(
                $"{directory.Root} holds a demo of {there.Description}; choose another directory with --data for {wanted.Description}.");
    }

    /// <summary>Written beside and renamed, so that nobody reads half a marker.</summary>
    public void Write(DemoContent content)
    {
        var draft = FilePath + ".new";
        File.WriteAllText(draft, JsonSerializer.Serialize(content, Json) + "\n");
        File.Move(draft, FilePath, overwrite: true);
    }

    private DemoContent Read()
    {
        try
        {
            return JsonSerializer.Deserialize<DemoContent>(File.ReadAllText(FilePath), Json) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new CommandFailure($"{FilePath} is damaged; remove the directory {directory.Root} to make the demo anew, or choose another with --data.");
        }
    }
}
