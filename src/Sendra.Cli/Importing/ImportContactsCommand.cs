using Sendra.Client.Common;
using Spectre.Console.Cli;

namespace Sendra.Cli.Importing;

internal sealed class ImportContactsCommand : AsyncCommand<ImportSettings>
{
    public override Task<int> ExecuteAsync(CommandContext context, ImportSettings settings, CancellationToken cancellationToken) => ImportRun.ExecuteAsync(
        settings,
        "contacts",
        lanes: 1,
        [],
        (sendra, lines, journal, progress) =>
        {
            var mapping = settings.Mapping();
            return new ContactUpload(
                sendra.Contacts.Imports,
                new ContactLines(lines, settings.IsCsv),
                settings.IsCsv ? ExportFormat.Csv : ExportFormat.Ndjson,
                mapping.Count > 0 ? mapping : null,
                journal,
                progress).RunAsync(cancellationToken);
        },
        cancellationToken);
}
