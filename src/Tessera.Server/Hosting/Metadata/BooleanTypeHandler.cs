using System.Data;
using Dapper;

namespace Tessera.Server.Hosting.Metadata;

/// <summary>Truth is stored as 0 or 1: SQLite has no type of its own for it.</summary>
internal sealed class BooleanTypeHandler : SqlMapper.TypeHandler<bool>
{
    public override void SetValue(IDbDataParameter parameter, bool value)
    {
        parameter.DbType = DbType.Int64;
        parameter.Value = value ? 1L : 0L;
    }

    public override bool Parse(object value) => (long)value != 0;
}
