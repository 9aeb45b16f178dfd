using System.Text.Json;
using Sendra.Cli.Common;

namespace Sendra.Cli.Importing;

/// <summary>Events in CSV: one in each record, by the columns that the header names.</summary>
internal sealed class CsvEvents : IEventLines
{
    private readonly CsvRecords _records;
    private readonly char _delimiter;
    private readonly EventColumn[] _columns;
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
        foreach (var (column, cell) in Filled(cells))
        {
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

        if ((WriteProperties(json, "eventProperties", ColumnKind.Property, cells) ?? WriteProperties(json, "contactProperties", ColumnKind.ContactProperty, cells)) is { } wrong)
        {
            return wrong;
        }

        json.WriteEndObject();
        return null;
    }

    private string? WriteProperties(Utf8JsonWriter json, string name, ColumnKind kind, string[] cells)
    {
        var hasBegun = false;
        foreach (var (column, cell) in Filled(cells))
        {
            if (column.Kind != kind)
            {
                continue;
            }

            if (!hasBegun)
            {
                json.WriteStartObject(name);
                hasBegun = true;
            }

            json.WritePropertyName(column.Name);
            if (CellValue.Write(json, cell, column) is { } problem)
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

    // An empty cell says nothing.
    private IEnumerable<(EventColumn Column, string Cell)> Filled(string[] cells) =>
        _columns.Zip(cells).Where(pair => pair.Second.Length > 0 && pair.First.Kind != ColumnKind.Ignored);

    private string PersonOf(string[] cells)
    {
        var pairs = Filled(cells);
        return pairs.FirstOrDefault(pair => pair.Column.Kind == ColumnKind.Email).Cell ?? pairs.FirstOrDefault(pair => pair.Column.Kind == ColumnKind.ExternalId).Cell ?? "";
    }

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
