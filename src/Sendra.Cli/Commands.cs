using Sendra.Cli.Automations;
using Sendra.Cli.Configuration;
using Sendra.Cli.Deliveries;
using Sendra.Cli.Doctoring;
using Sendra.Cli.Events;
using Sendra.Cli.Exporting;
using Sendra.Cli.Importing;
using Spectre.Console.Cli;

namespace Sendra.Cli;

/// <summary>What the tool can do.</summary>
internal static class Commands
{
    public static void Register(IConfigurator tool)
    {
        tool.SetApplicationName("sendra").UseAssemblyInformationalVersion().PropagateExceptions().UseStrictParsing();
        tool.AddCommand<SendCommand>("send").WithDescription("Sends one event.")
            .WithExample("send", "signUp", "--email", "ada@example.com", "--property", "plan=pro");
        tool.AddCommand<TailCommand>("tail").WithDescription("Follows the log live.").WithExample("tail", "--event", "signUp");
        tool.AddBranch("import", import =>
        {
            import.SetDescription("Imports a file of any size. Run the same command again to go on after a break.");
            import.AddCommand<ImportEventsCommand>("events").WithDescription("Sends the events of a CSV or NDJSON file.")
                .WithExample("import", "events", "orders.csv", "--event-name", "ordered", "--history");
            import.AddCommand<ImportContactsCommand>("contacts").WithDescription("Saves the contacts of a CSV or NDJSON file.")
                .WithExample("import", "contacts", "people.csv", "--map", "E-mail=email");
        });
        tool.AddBranch("export", export =>
        {
            export.SetDescription("Exports events or contacts as CSV or NDJSON.");
            export.AddCommand<ExportEventsCommand>("events").WithDescription("Exports the log, newest first.");
            export.AddCommand<ExportContactsCommand>("contacts").WithDescription("Exports contacts.");
        });
        tool.AddCommand<ReplayCommand>("replay").WithDescription("Tries skipped deliveries of webhooks again.").WithExample("replay", "--source", "Shop");
        tool.AddBranch("automations", automations =>
        {
            automations.SetDescription("Keeps automations as files, for example in git.");
            automations.AddCommand<ListAutomationsCommand>("list").WithDescription("Lists automations.");
            automations.AddCommand<PullCommand>("pull").WithDescription("Writes each automation to a file.");
            automations.AddCommand<PushCommand>("push").WithDescription("Shows what differs in the files, and saves it once you agree.");
        });
        tool.AddCommand<DoctorCommand>("doctor").WithDescription("Checks the connection, the key and the server.");
        tool.AddBranch("config", config =>
        {
            config.SetDescription("Keeps URL and key in a file that only you can read.");
            config.AddCommand<SetConfigCommand>("set").WithDescription("Sets url or apiKey. The key is asked for, or read from standard input.");
            config.AddCommand<ShowConfigCommand>("show").WithDescription("Shows what is in use, and where it comes from.");
        });
    }
}
