using Sendra.Application.Mail;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Operating;

/// <summary>Says at each start which settings and which database are in use: from another folder they are others.</summary>
internal static partial class StartLine
{
    private const string SettingsFile = "appsettings.json";

    public static void LogWhereItRuns(this WebApplication app, string database)
    {
        var here = Path.Combine(app.Environment.ContentRootPath, SettingsFile);
        var beside = Path.Combine(AppContext.BaseDirectory, SettingsFile);
        if (File.Exists(here))
        {
            LogRunning(app.Logger, here, database);
        }
        else
        {
            LogWithoutSettings(app.Logger, app.Environment.ContentRootPath, beside, database);
        }
    }

    /// <summary>Links in emails need an address that works from everywhere.</summary>
    public static void WarnOfUnknownUrl(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IMailTransport>().Delivers && app.Services.GetRequiredService<PublicUrl>().Configured is null)
        {
            LogUnknownUrl(app.Logger);
        }
    }

    [LoggerMessage(LogLevel.Information, "Settings: {Settings}; database: {Database}")]
    private static partial void LogRunning(ILogger logger, string settings, string database);

    [LoggerMessage(LogLevel.Warning, "PublicUrl isn't set, so links in emails lead to where this server listens, which may work on this machine only")]
    private static partial void LogUnknownUrl(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Settings: none in {Folder}, where Sendra was started ({Beside} is not read); database: {Database}")]
    private static partial void LogWithoutSettings(ILogger logger, string folder, string beside, string database);
}
