using Tessera.Server.Imports.Rows;

namespace Tessera.Server.Imports.Orders;

/// <summary>Keeps the type of a product with its code, since recognising one costs more than a whole line.</summary>
internal static class LineTypeMemory
{
    /// <inheritdoc cref="LineTypes.Recognise"/>
    public static string Recognise(LineText code, LineText description)
    {
        // What all lines without a code share says nothing about their product.
        if (code.IsEmpty)
        {
            return LineTypes.Recognise(string.Empty, description.Text);
        }

        if (code.Product is { } known && known.Description.Equals(description))
        {
            return known.Type;
        }

        var type = LineTypes.Recognise(code.Text, description.Text);
        code.Product = (description, type);
        return type;
    }
}
