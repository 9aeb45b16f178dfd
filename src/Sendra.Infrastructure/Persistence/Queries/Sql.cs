using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Sendra.Infrastructure.Persistence.Converters;

namespace Sendra.Infrastructure.Persistence.Queries;

/// <summary>
/// A query in SQL that every database takes, or a part of one. Written as an interpolated string: another
/// <see cref="Sql"/> is put in as it is, a text, a time or an id becomes a parameter, so that none can become SQL.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Sql
{
    private readonly List<object> _parts;

    /// <summary>For the compiler.</summary>
    /// <param name="literalLength">How many characters of text; not used.</param>
    /// <param name="formattedCount">How many values.</param>
    public Sql(int literalLength, int formattedCount) => _parts = new List<object>((2 * formattedCount) + 1);

    private Sql(List<object> parts) => _parts = parts;

    /// <summary>Several parts with the same text between each two.</summary>
    public static Sql Join(string separator, IReadOnlyList<Sql> parts)
    {
        var all = new List<object>();
        foreach (var part in parts)
        {
            if (all.Count > 0)
            {
                all.Add(separator);
            }

            all.AddRange(part._parts);
        }

        return new Sql(all);
    }

    /// <summary>A select of so many rows at most, which each database says in its own way.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="select">The query without its SELECT.</param>
    public static Sql First(int rows, Sql select) => new([new Top(rows), .. select._parts, new Limit(rows)]);

    public void AppendLiteral(string text) => _parts.Add(text);

    public void AppendFormatted(Sql part) => _parts.AddRange(part._parts);

    public void AppendFormatted(string text) => _parts.Add(new Parameter(text));

    /// <summary>A constant of the code, as text, so that planners see it.</summary>
    public void AppendFormatted(int constant) => _parts.Add(constant.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted<T>(T id)
        where T : struct, IId<T> => _parts.Add(new Parameter(id.Value));

    /// <summary>A time, as it is stored.</summary>
    public void AppendFormatted(DateTimeOffset time) => _parts.Add(new Parameter(UnixMicrosecondsConverter.OrNull(time)!));

    /// <summary>A list, for "in"; at least one.</summary>
    public void AppendFormatted<T>(IReadOnlyList<T> ids)
        where T : struct, IId<T> => AppendList([.. ids.Select(id => id.Value)]);

    /// <inheritdoc cref="AppendFormatted{T}(IReadOnlyList{T})"/>
    public void AppendFormatted(IReadOnlyList<string> texts) => AppendList(texts);

    /// <summary>The text for a database, and its parameters in order; equal values are one parameter.</summary>
    public (string Text, IReadOnlyList<object> Parameters) Write(SqlDialect dialect)
    {
        var text = new StringBuilder(1_024);
        var parameters = new OrderedDictionary<object, object?>();
        foreach (var part in _parts)
        {
            switch (part)
            {
                case string literal:
                    text.Append(literal);
                    break;
                case Top(var rows):
                    text.Append(dialect.HasTop ? $"SELECT TOP ({rows}) " : "SELECT ");
                    break;
                case Limit(var rows):
                    text.Append(dialect.HasTop ? "" : $" LIMIT {rows}");
                    break;
                case Parameter(var value):
                    parameters.TryAdd(value, null, out var index);
                    text.Append(dialect.ParameterMark).Append(index + 1);
                    break;
            }
        }

        return (text.ToString(), parameters.Keys);
    }

    private void AppendList<T>(IReadOnlyList<T> values)
        where T : notnull
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0)
            {
                _parts.Add(", ");
            }

            _parts.Add(new Parameter(values[i]));
        }
    }

    private sealed record Parameter(object Value);

    private sealed record Top(int Rows);

    private sealed record Limit(int Rows);
}
