using System.ComponentModel;
using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Sendra.Client.Contacts;
using Spectre.Console.Cli;

namespace Sendra.Cli.Exporting;

internal sealed class ExportContactsCommand : AsyncCommand<ExportContactsCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var sendra = Connection.Open(settings);
        var filter = new ContactFilter { Email = settings.Email, ExternalId = settings.ExternalId, Query = settings.Query };
        await using var export = await sendra.Contacts.ExportAsync(filter, ExportFile.FormatOf(settings.Format, settings.Output), cancellationToken);
        await ExportFile.WriteAsync(export, settings.Output, cancellationToken);
        return (int)ExitCode.Done;
    }

    internal sealed class Settings : ConnectionSettings
    {
        [CommandOption("--email <EMAIL>")]
        [Description("Only the contact with this email.")]
        public string? Email { get; init; }

        [CommandOption("--external-id <ID>")]
        [Description("Only the one with this external id.")]
        public string? ExternalId { get; init; }

        [CommandOption("--query <WORDS>")]
        [Description("Only contacts whose names or email have these words.")]
        public string? Query { get; init; }

        [CommandOption("-f|--format <FORMAT>")]
        [Description("csv or ndjson. Default: by the file's name, otherwise ndjson.")]
        public string? Format { get; init; }

        [CommandOption("-o|--output <FILE>")]
        [Description("Where to. Default: standard output.")]
        public string? Output { get; init; }
    }
}
