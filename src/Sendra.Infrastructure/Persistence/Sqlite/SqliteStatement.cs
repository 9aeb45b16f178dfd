using System.Text;
using Microsoft.Data.Sqlite;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Queries;
using SQLitePCL;

namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>
/// A prepared statement, run row by row straight on the library: what ADO.NET does around each run (a reader, the names
/// of all parameters, a copy of every value) costs more than SQLite's own work.
/// </summary>
internal sealed class SqliteStatement : RowReader, IDisposable
{
    /// <summary>The parameter that is the workspace's id.</summary>
    public const string Workspace = "@workspace_id";

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    // The number of each column's parameter; 0 where the statement does not use it.
    private readonly int[] _parameters;
    private readonly int _workspace;
    private byte[] _utf8 = new byte[1024];

    /// <summary>Prepares a statement.</summary>
    /// <param name="database">An open database.</param>
    /// <param name="sql">SQL whose parameters have the names of columns.</param>
    /// <exception cref="SqliteException">SQLite refuses it.</exception>
    public SqliteStatement(sqlite3 database, string sql, IEnumerable<string> columns)
    {
        _database = database;
        Require(raw.sqlite3_prepare_v2(database, sql, out _statement));
        _workspace = raw.sqlite3_bind_parameter_index(_statement, Workspace);
        _parameters = [.. columns.Select(column => raw.sqlite3_bind_parameter_index(_statement, "@" + column))];
    }

    /// <returns>How many rows it changed.</returns>
    /// <exception cref="SqliteException">SQLite refuses it.</exception>
    public int Run(RowOperation operation, int row)
    {
        try
        {
            Bind(operation, row);
            while (Step())
            {
                operation.OnRow!(this);
            }

            return operation.OnRow is null ? raw.sqlite3_changes(_database) : 0;
        }
        finally
        {
            // Says once more what the last step said.
            raw.sqlite3_reset(_statement);
        }
    }

    public override bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public override Guid Uuid(int column) => new(raw.sqlite3_column_blob(_statement, column), bigEndian: true);

    public override string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public override int Int(int column) => raw.sqlite3_column_int(_statement, column);

    public override long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public override byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public void Dispose() => _statement.Dispose();

    private bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Require(result);
        }

        return result == raw.SQLITE_ROW;
    }

    private void Bind(RowOperation operation, int row)
    {
        Require(BindId(_workspace, operation.Workspace.Value));
        for (var column = 0; column < _parameters.Length; column++)
        {
            if (_parameters[column] > 0)
            {
                Require(Bind(_parameters[column], operation.Value(row, column)));
            }
        }
    }

    private int Bind(int parameter, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, parameter),
        IId id => BindId(parameter, id.Value),
        string text => BindText(parameter, text),
        int number => raw.sqlite3_bind_int(_statement, parameter, number),
        long number => raw.sqlite3_bind_int64(_statement, parameter, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, parameter, bytes),
        _ => throw new ArgumentException($"SQLite has no column for {value.GetType()}."),
    };

    private int BindId(int parameter, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return raw.sqlite3_bind_blob(_statement, parameter, bytes);
    }

    private int BindText(int parameter, string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) is var needed && needed > _utf8.Length)
        {
            _utf8 = new byte[needed];
        }

        return raw.sqlite3_bind_text(_statement, parameter, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)));
    }

    private void Require(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
