using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Text;
using Microsoft.Data.SqlClient;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Persistence.SqlServer;

/// <summary>
/// <c>{rows}</c> is a table value constructor of parameters: plain T-SQL that every compatible server takes. Rows go
/// in powers of two, so that the server sees few different statements and keeps their plans.
/// </summary>
internal static class SqlServerStatement
{
    public static readonly SqlDialect Dialect = new("@p", HasNames: true, IdsAreBytes: true, HasTop: true, ForgetsPlans: false, Declare);

    // A request may have 2,100 parameters, a constructor 1,000 rows.
    private const int MaxParameters = 2_000;
    private const string Workspace = "@workspace";
    private const int MaxRows = 512;

    // Beyond so many characters or bytes a type has no length.
    private const int MaxCharacters = 4_000;
    private const int MaxBytes = 8_000;

    /// <summary>How the rows are cut into statements.</summary>
    public static IEnumerable<(int First, int Count)> Chunks(RowOperation operation)
    {
        var largest = Math.Min(MaxRows, 1 << BitOperations.Log2((uint)(MaxParameters / Math.Max(1, operation.Columns.Count))));
        for (var first = 0; first < operation.RowCount;)
        {
            var count = Math.Min(largest, 1 << BitOperations.Log2((uint)(operation.RowCount - first)));
            yield return (first, count);
            first += count;
        }
    }

    /// <summary>
    /// A write that does nothing outside a transaction. The server ends one by itself, a deadlock's victim's above all, and
    /// then goes on with the next statements of the batch, each of which would be committed for itself.
    /// </summary>
    public static string InTransaction(string sql) => $"IF @@TRANCOUNT > 0 {sql}";

    /// <summary>The statement for some of the rows.</summary>
    public static SqlBatchCommand Make(string sql, RowOperation operation, int first, int count)
    {
        var command = new SqlBatchCommand(Text(sql, operation, count));
        command.Parameters.Add(new SqlParameter
        {
            ParameterName = Workspace,
            SqlDbType = SqlDbType.Binary,
            Size = 16,
            Value = operation.Workspace.Value.ToByteArray(bigEndian: true),
        });
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < operation.Columns.Count; column++)
            {
                var parameter = Parameter(operation.Columns[column], operation.Value(first + row, column));
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{(row * operation.Columns.Count) + column}");
                command.Parameters.Add(parameter);
            }
        }

        return command;
    }

    /// <summary>
    /// The text for so many rows. Loops, or else the server would hash or merge whole tables for a larger set, also to
    /// check a foreign key, and wait there for rows that are no concern of the statement.
    /// </summary>
    public static string Text(string sql, RowOperation operation, int count)
    {
        var rows = Rows(operation, count);
        return sql
            .Replace("{workspace}", $"CAST({Workspace} AS binary(16))", StringComparison.Ordinal)
            .Replace("{rows}", rows, StringComparison.Ordinal)
            .Replace("{using}", $"FROM {rows}", StringComparison.Ordinal)
            .Replace("{each}", "CROSS APPLY", StringComparison.Ordinal)
            .Replace("{top}", "TOP (r.most)", StringComparison.Ordinal)
            .Replace("{limit}", "", StringComparison.Ordinal)
            .Replace("{lock}", "", StringComparison.Ordinal) + " OPTION (LOOP JOIN)";
    }

    /// <summary>Gives a parameter of a query the same type, whatever its value's length.</summary>
    /// <param name="parameter">A parameter of SQL Server.</param>
    /// <param name="value">An id, or a text that a person typed or a column holds.</param>
    public static void Declare(DbParameter parameter, object value)
    {
        var declared = (SqlParameter)parameter;
        (declared.SqlDbType, declared.Size) = value switch
        {
            Guid => (SqlDbType.Binary, 16),
            string { Length: <= MaxCharacters } => (SqlDbType.NVarChar, MaxCharacters),
            string => (SqlDbType.NVarChar, -1),
            _ => throw new ArgumentException($"A query has no parameters of {value.GetType()}."),
        };
    }

    private static string Rows(RowOperation operation, int count)
    {
        var rows = new StringBuilder("(VALUES ");
        for (var row = 0; row < count; row++)
        {
            rows.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < operation.Columns.Count; column++)
            {
                rows.Append(column == 0 ? "" : ", ").Append(Mark(operation.Columns[column].Kind, (row * operation.Columns.Count) + column));
            }

            rows.Append(')');
        }

        return rows.Append(") AS r(").AppendJoin(", ", operation.Columns.Select(column => column.Name)).Append(')').ToString();
    }

    // Text takes the database's own collation, which may ignore case; an id that is read back comes as it is stored.
    private static string Mark(ColumnKind kind, int parameter) => kind switch
    {
        ColumnKind.Text => string.Create(CultureInfo.InvariantCulture, $"@p{parameter} COLLATE {SqlServerSendraDbContext.Collation}"),
        ColumnKind.Id => string.Create(CultureInfo.InvariantCulture, $"CAST(@p{parameter} AS binary(16))"),
        _ => string.Create(CultureInfo.InvariantCulture, $"@p{parameter}"),
    };

    /// <summary>A parameter with the type of its column, whatever its value: another type would be another plan.</summary>
    /// <exception cref="ArgumentException">The value is too long for the column, and would be cut.</exception>
    public static SqlParameter Parameter(Column column, object? value)
    {
        if ((value as string)?.Length > column.MaxLength || (value as byte[])?.Length > column.MaxLength)
        {
            throw new ArgumentException($"A value of {column.Name} is longer than {column.MaxLength}.");
        }

        var (type, size) = column.Kind switch
        {
            ColumnKind.Id => (SqlDbType.Binary, 16),
            ColumnKind.Text => (SqlDbType.NVarChar, column.MaxLength is { } characters and <= MaxCharacters ? characters : -1),
            ColumnKind.Int => (SqlDbType.Int, sizeof(int)),
            ColumnKind.Long => (SqlDbType.BigInt, sizeof(long)),
            ColumnKind.Bytes => (SqlDbType.VarBinary, column.MaxLength is { } bytes and <= MaxBytes ? bytes : -1),
            _ => throw new ArgumentException($"SQL Server has no type for {column.Kind}."),
        };
        return new SqlParameter
        {
            SqlDbType = type,
            Size = size,
            Value = value switch
            {
                null => DBNull.Value,
                IId id => id.Value.ToByteArray(bigEndian: true),
                _ => value,
            },
        };
    }
}
