using System.Text.Json;
using Sendra.Cli.Common;

namespace Sendra.Cli.Importing;

/// <summary>Events in CSV: one in each record, by the columns that the header names.</summary>
internal sealed class CsvEvents : IEventLines
{
    private readonly CsvRecords _records;
    private readonly char _delimiter;
    private readonly EventColumn[] _columns;
    private readonly int[] _fields;
    private readonly int[] _properties;
    private readonly int[] _contactProperties;
    private readonly string? _eventName;
    private readonly bool _isHistory;

    /// <exception cref="UsageException">The header and the mapping don't say what is needed.</exception>
    public CsvEvents(LineReader lines, IReadOnlyDictionary<string, string> mapping, string? eventName, bool isHistory)
    {
        (_eventName, _isHistory) = (eventName, isHistory);
        if (lines.Read() is not { Problem: null } header || string.IsNullOrWhiteSpace(header.Text))
        {
            throw new FailedException("The file must begin with a line that names the columns.");
        }

        _delimiter = CsvRecords.DelimiterOf(header.Text);
        _records = new CsvRecords(lines, _delimiter);
        string[] names = [.. CsvRecords.Split(header.Text, _delimiter).Select(name => name.Trim())];
        var unknown = mapping.Keys.Except(names).ToArray();
        if (unknown.Length > 0)
        {
            throw new UsageException($"There is no column “{unknown[0]}”. The columns are {string.Join(", ", names)}.");
        }

        var isExport = names.Contains("receivedAt") && names.Contains("contactId") && names.Contains("properties");
        _columns = [.. names.Select(name => mapping.TryGetValue(name, out var target) ? EventColumn.Parse(name, target) : isExport ? EventColumn.OfExport(name) : EventColumn.Guess(name))];
        Check();
        _fields = Where(kind => kind is not (ColumnKind.Property or ColumnKind.ContactProperty or ColumnKind.Ignored));
        _properties = Where(kind => kind == ColumnKind.Property);
        _contactProperties = Where(kind => kind == ColumnKind.ContactProperty);
    }

    public SourceLine? Read()
    {
        while (_records.Read() is { } line)
        {
            if (line.Problem is not null || !string.IsNullOrWhiteSpace(line.Text))
            {
                return line;
            }
        }

        return null;
    }

    public string? Write(SourceLine line, Utf8JsonWriter json, out string person)
    {
        var cells = CsvRecords.Split(line.Text, _delimiter);
        person = PersonOf(cells);
        if (cells.Length > _columns.Length)
        {
            return $"It has {cells.Length} fields, but there are {_columns.Length} columns.";
        }

        json.WriteStartObject();
        var hasName = false;
        foreach (var index in _fields)
        {
            if (CellOf(cells, index) is not { } cell)
            {
                continue;
            }

            var column = _columns[index];
            switch (column.Kind)
            {
                case ColumnKind.Email:
                    json.WriteString("email", cell);
                    break;
                case ColumnKind.ExternalId:
                    json.WriteString("externalId", cell);
                    break;
                case ColumnKind.EventName:
                    json.WriteString("eventName", cell);
                    hasName = true;
                    break;
                case ColumnKind.OccurredAt:
                    json.WriteString("occurredAt", CellValue.TimeOf(cell));
                    break;
                case ColumnKind.EventProperties or ColumnKind.ContactProperties:
                    json.WritePropertyName(column.Kind == ColumnKind.EventProperties ? "eventProperties" : "contactProperties");
                    if (CellValue.Write(json, cell, column with { Type = CellType.Json }) is { } problem)
                    {
                        return problem;
                    }

                    break;
                case ColumnKind.Property or ColumnKind.ContactProperty or ColumnKind.Ignored:
                    break;
            }
        }

        if (!hasName && _eventName is not null)
        {
            json.WriteString("eventName", _eventName);
        }

        if (_isHistory)
        {
            json.WriteBoolean("history", true);
        }

        if ((WriteProperties(json, "eventProperties", _properties, cells) ?? WriteProperties(json, "contactProperties", _contactProperties, cells)) is { } wrong)
        {
            return wrong;
        }

        json.WriteEndObject();
        return null;
    }

    private string? WriteProperties(Utf8JsonWriter json, string name, int[] columns, string[] cells)
    {
        var hasBegun = false;
        foreach (var index in columns)
        {
            if (CellOf(cells, index) is not { } cell)
            {
                continue;
            }

            if (!hasBegun)
            {
                json.WriteStartObject(name);
                hasBegun = true;
            }

            json.WritePropertyName(_columns[index].Name);
            if (CellValue.Write(json, cell, _columns[index]) is { } problem)
            {
                return problem;
            }
        }

        if (hasBegun)
        {
            json.WriteEndObject();
        }

        return null;
    }

    // An empty cell says nothing, and a missing one neither.
    private static string? CellOf(string[] cells, int column) => column < cells.Length && cells[column].Length > 0 ? cells[column] : null;

    private string PersonOf(string[] cells) => CellOf(cells, ColumnKind.Email) ?? CellOf(cells, ColumnKind.ExternalId) ?? "";

    private string? CellOf(string[] cells, ColumnKind kind)
    {
        foreach (var index in _fields)
        {
            if (_columns[index].Kind == kind)
            {
                return CellOf(cells, index);
            }
        }

        return null;
    }

    private int[] Where(Func<ColumnKind, bool> fits) => [.. Enumerable.Range(0, _columns.Length).Where(index => fits(_columns[index].Kind))];

    private void Check()
    {
        var kinds = _columns.Select(column => column.Kind).ToArray();
        if (!kinds.Contains(ColumnKind.Email) && !kinds.Contains(ColumnKind.ExternalId))
        {
            throw new UsageException($"Which column is the email? Add --map \"COLUMN=email\". The columns are {string.Join(", ", _columns.Select(column => column.Header))}.");
        }

        if (!kinds.Contains(ColumnKind.EventName) && _eventName is null)
        {
            throw new UsageException("What was done? Add --event-name NAME, or --map \"COLUMN=eventName\".");
        }

        if (kinds.GroupBy(kind => kind).FirstOrDefault(kind => kind.Key is not (ColumnKind.Ignored or ColumnKind.Property or ColumnKind.ContactProperty) && kind.Count() > 1) is { } twice)
        {
            throw new UsageException($"Two columns are {twice.Key}. Leave one out with --map \"COLUMN=-\".");
        }

        if (_columns.Where(column => column.Kind is ColumnKind.Property or ColumnKind.ContactProperty).GroupBy(column => (column.Kind, column.Name)).FirstOrDefault(same => same.Count() > 1) is { } same)
        {
            throw new UsageException($"Two columns are the property “{same.Key.Name}”.");
        }

        if ((kinds.Contains(ColumnKind.EventProperties) && kinds.Contains(ColumnKind.Property)) || (kinds.Contains(ColumnKind.ContactProperties) && kinds.Contains(ColumnKind.ContactProperty)))
        {
            throw new UsageException("Properties come from one column of JSON, or from columns of their own. Leave some out with --map \"COLUMN=-\".");
        }
    }
}
