using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Tessera.Server.Hosting.OpenApi;

/// <summary>The documentation comments of the server's own types, which the API's description repeats.</summary>
/// <remarks>
/// The framework's generator copies comments of public types only; ours are internal. The compiler writes them into a file beside
/// the assembly; where that file was left out, the description goes without.
/// </remarks>
internal sealed partial class CodeDocumentation
{
    private readonly Dictionary<string, XElement> members;

    private CodeDocumentation(Dictionary<string, XElement> members) => this.members = members;

    public static CodeDocumentation Load()
    {
        var file = Path.ChangeExtension(typeof(CodeDocumentation).Assembly.Location, ".xml");
        var written = File.Exists(file) ? XDocument.Load(file).Descendants("member") : [];
        return new CodeDocumentation(written
            .GroupBy(member => member.Attribute("name")!.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal));
    }

    /// <summary>What a type is; null when nothing was written.</summary>
    public string? Of(Type type) => Text(Member(type)?.Element("summary"));

    /// <summary>What a property is: its own comment, or that of the record's parameter of the same name.</summary>
    public string? Of(Type declaring, string property) =>
        Text(members.GetValueOrDefault($"P:{Name(declaring)}.{property}")?.Element("summary"))
        ?? Text(Member(declaring)?.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == property));

    private static string Name(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var words = string.Concat(element.Nodes().Select(node => node switch
        {
            XElement reference when reference.Attribute("cref") is { } target => target.Value.Split('.')[^1],
            XElement reference when reference.Attribute("name") is { } target => target.Value,
            XElement nested => nested.Value,
            XText text => text.Value,
            _ => "",
        }));
        return Spaces().Replace(words, " ").Trim() is { Length: > 0 } text ? text : null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    private XElement? Member(Type type) => members.GetValueOrDefault($"T:{Name(type)}");
}
