using System.Text;
using CsvHelper;
using FluentValidation.Results;
using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;
using ValidationException = FluentValidation.ValidationException;

namespace Sendra.Application.Contacts.ImportContacts;

internal sealed class ImportContactsHandler(IContactImports imports, IRepository<CustomField> fields) : IRequestHandler<ImportContactsCommand, ContactImportId>
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<ContactImportId> Handle(ImportContactsCommand request, CancellationToken cancellationToken)
    {
        var declared = await fields.DeclaredAsync(cancellationToken);
        using var reader = new StreamReader(request.Body, Strict, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        try
        {
            return request.Format switch
            {
                ImportFormat.Csv => await ReceiveCsvAsync(request, reader, declared, cancellationToken),
                ImportFormat.Ndjson => await ReceiveAsync(
                    request,
                    new ImportLayout(ImportFormat.Ndjson, "", [], request.Mapping is { } mapping ? Checked(mapping, null, declared) : new Dictionary<string, string>()),
                    ImportReader.ChunksOfLines(reader),
                    cancellationToken),
            };
        }
        catch (DecoderFallbackException)
        {
            throw Wrong("body", "must be UTF-8. In a spreadsheet program, save as “CSV UTF-8”");
        }
        catch (InvalidDataException exception)
        {
            throw Wrong("body", exception.Message);
        }
    }

    private async Task<ContactImportId> ReceiveCsvAsync(
        ImportContactsCommand request, StreamReader reader, IReadOnlyDictionary<string, CustomField> declared, CancellationToken cancellationToken)
    {
        var header = await FirstLineAsync(reader);
        var delimiter = ImportReader.DelimiterOf(header);
        using var first = new CsvParser(new StringReader(header), ImportReader.Csv(delimiter));
        string[] columns = await ImportReader.ReadAsync(first) ? first.Record ?? [] : [];
        if (columns.Length == 0)
        {
            throw Wrong("body", "must begin with a line that names the columns");
        }

        if (columns.Length > ImportContactsCommand.MaxColumns)
        {
            throw Wrong("body", $"must have at most {ImportContactsCommand.MaxColumns} columns");
        }

        var mapping = Checked(request.Mapping ?? ImportMapping.Guess(columns, declared.Keys), columns, declared);
        using var parser = new CsvParser(reader, ImportReader.Csv(delimiter));
        return await ReceiveAsync(request, new ImportLayout(ImportFormat.Csv, delimiter, columns, mapping), AfterHeader(ImportReader.ChunksOfCsv(parser)), cancellationToken);
    }

    private async Task<ContactImportId> ReceiveAsync(
        ImportContactsCommand request, ImportLayout layout, IAsyncEnumerable<ImportChunk> chunks, CancellationToken cancellationToken)
    {
        var id = await imports.BeginAsync(request.FileName, layout, cancellationToken);
        try
        {
            var (ordinal, lines) = (0, 0);
            await foreach (var chunk in chunks.WithCancellation(cancellationToken))
            {
                if (chunk.Text.Contains('\0', StringComparison.Ordinal))
                {
                    throw new InvalidDataException("must be text");
                }

                lines += chunk.Lines;
                if (lines > ImportContactsCommand.MaxLines)
                {
                    throw new InvalidDataException($"must have at most {ImportContactsCommand.MaxLines} lines. Send the file in parts");
                }

                if (!await imports.AddAsync(id, ordinal++, chunk, lines, cancellationToken))
                {
                    throw new InvalidDataException("arrived too slowly, and was given up");
                }
            }

            await imports.StartAsync(id, cancellationToken);
            return id;
        }
        catch
        {
            await imports.InterruptAsync(id);
            throw;
        }
    }

    // The reader is left at the line that follows. A header that spans lines is none.
    private static async Task<string> FirstLineAsync(StreamReader reader)
    {
        var line = new StringBuilder();
        var one = new char[1];
        while (await reader.ReadAsync(one) > 0 && one[0] != '\n')
        {
            if (line.Append(one[0]).Length > ImportReader.MaxLineLength)
            {
                throw new InvalidDataException("must begin with a line that names the columns");
            }
        }

        return line.ToString().TrimEnd('\r');
    }

    // The header is the first line of the file.
    private static async IAsyncEnumerable<ImportChunk> AfterHeader(IAsyncEnumerable<ImportChunk> chunks)
    {
        await foreach (var chunk in chunks)
        {
            yield return chunk with { FirstLine = chunk.FirstLine + 1 };
        }
    }

    private static IReadOnlyDictionary<string, string> Checked(
        IReadOnlyDictionary<string, string> mapping, IReadOnlyList<string>? columns, IReadOnlyDictionary<string, CustomField> declared) =>
        ImportMapping.ProblemOf(mapping, columns, declared) is { } problem ? throw Wrong("mapping", problem) : mapping;

    private static ValidationException Wrong(string field, string problem) => new([new ValidationFailure(field, $"{field} {problem}.")]);
}
