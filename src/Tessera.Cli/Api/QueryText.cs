using System.Globalization;
using System.Text;

namespace Tessera.Cli.Api;

/// <summary>The query of an address, with what is null left out.</summary>
internal sealed class QueryText
{
    private readonly StringBuilder text = new();

    public QueryText With(string name, string? value)
    {
        if (value is not null)
        {
            text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    public QueryText With(string name, int value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();
}
