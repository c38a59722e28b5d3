using System.Runtime.InteropServices;

namespace Tessera.Learning.Causal;

/// <summary>Rows and sums of outcomes by arm.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ArmSums(double TreatedRows, double TreatedSum, double UntreatedRows, double UntreatedSum)
{
    public double Rows => TreatedRows + UntreatedRows;

    /// <summary>The difference of the mean outcomes; not-a-number where an arm is empty.</summary>
    public double Effect => (TreatedSum / TreatedRows) - (UntreatedSum / UntreatedRows);

    public static ArmSums operator +(ArmSums first, ArmSums second) =>
        new(first.TreatedRows + second.TreatedRows, first.TreatedSum + second.TreatedSum, first.UntreatedRows + second.UntreatedRows, first.UntreatedSum + second.UntreatedSum);

    public static ArmSums operator -(ArmSums first, ArmSums second) =>
        new(first.TreatedRows - second.TreatedRows, first.TreatedSum - second.TreatedSum, first.UntreatedRows - second.UntreatedRows, first.UntreatedSum - second.UntreatedSum);

    /// <summary>The sums with one more row.</summary>
    public ArmSums With(bool treated, double outcome) => treated
        ? this with { TreatedRows = TreatedRows + 1, TreatedSum = TreatedSum + outcome }
        : this with { UntreatedRows = UntreatedRows + 1, UntreatedSum = UntreatedSum + outcome };

    /// <summary>Whether each arm has that many rows.</summary>
    public bool HasArmsOf(int rows) => TreatedRows >= rows && UntreatedRows >= rows;
}
