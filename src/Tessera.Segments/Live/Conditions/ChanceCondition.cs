using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tessera.Segments.Live.Values;

namespace Tessera.Segments.Live.Conditions;

/// <summary>A fixed draw of the profile's id. State: none.</summary>
internal sealed class ChanceCondition(InRandomShare share) : LiveCondition
{
    private readonly decimal limit = (decimal)share.Share.Value / 100 * 18446744073709551616m;

    internal override bool Holds(in LiveFrame frame, ref Clock clock)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{share.Salt}\u001f{frame.Profile:D}"), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash) < limit;
    }
}
