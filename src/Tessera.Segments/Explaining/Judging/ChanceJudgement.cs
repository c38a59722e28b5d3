using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tessera.Segments.Explaining.Courses;
using Tessera.Segments.Explaining.Wording;

namespace Tessera.Segments.Explaining.Judging;

/// <summary>A fixed draw of the profile's id; nothing changes it.</summary>
internal sealed class ChanceJudgement : Judgement
{
    private const decimal All = 18446744073709551616m;
    private readonly InRandomShare share;
    private readonly ulong draw;

    internal ChanceJudgement(InRandomShare share, Judge judge)
        : base(share, judge)
    {
        this.share = share;
        draw = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{share.Salt}\u001f{Facts.Profile:D}")));
        Course = Course.Of(draw < (decimal)share.Share.Value / 100 * All);
    }

    internal override string Kind => "inRandomShare";

    internal override Course Course { get; }

    internal override Account Tell()
    {
        var place = (double)decimal.Round(draw / All * 100, 4);
        return new Account($"the draw by {Phrases.Quote(share.Salt)} is {place.ToString("0.####", CultureInfo.InvariantCulture)} of 100", $"less than {Phrases.Number(share.Share.Value)}", $"{Phrases.Number(share.Share.Value)} or more") { Value = place };
    }
}
