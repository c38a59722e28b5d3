using System.Data;
using Dapper;

namespace Tessera.Server.Hosting.Metadata;

/// <summary>SQLite knows 64-bit integers only; a record may have 32-bit ones.</summary>
internal sealed class IntegerTypeHandler : SqlMapper.TypeHandler<int>
{
    public override void SetValue(IDbDataParameter parameter, int value)
    {
        parameter.DbType = DbType.Int64;
        parameter.Value = (long)value;
    }

    public override int Parse(object value) => (int)(long)value;
}
