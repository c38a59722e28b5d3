using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tessera.Simulation.Running;

/// <summary>Texts encoded for JSON once, ahead of writing. Letters outside ASCII stay letters: the output is JSON, not HTML.</summary>
internal static class JsonText
{
    /// <summary>The escaping of all JSON that the simulation writes.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Encodes a text.</summary>
    public static JsonEncodedText Of(string text) => JsonEncodedText.Encode(text, Encoder);
}
