using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Sendra.WebApi.AdminApp;

/// <summary>Serves the built admin app at <c>/</c>. The API does without it.</summary>
internal static partial class AdminAppFiles
{
    private const string Assets = "/assets";

    /// <summary>Serves files of the app, and its page for every address that nothing else answers.</summary>
    public static WebApplication UseAdminApp(this WebApplication app)
    {
        if (Find(app.Environment) is not { } root)
        {
            LogNotBuilt(app.Logger);
            return app;
        }

        app.UseWhen(context => context.Request.Path.StartsWithSegments(Assets), branch => branch.UseMiddleware<CompressedAssets>(root));
        app.UseMiddleware<AdminAppPage>(Path.Combine(root, AdminAppPage.FileName));
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(root),
            ContentTypeProvider = new CompressedAssets.Types(),
            OnPrepareResponse = file =>
            {
                CacheByName(file);
                CompressedAssets.Describe(file);
            },
        });
        return app;
    }

    // Run from the sources it lies beside the project, published beside the program.
    private static string? Find(IWebHostEnvironment environment) =>
        new[] { environment.ContentRootPath, AppContext.BaseDirectory }
            .Select(directory => Path.Combine(directory, "wwwroot"))
            .FirstOrDefault(directory => File.Exists(Path.Combine(directory, AdminAppPage.FileName)));

    // The name of an asset carries the hash of its content.
    private static void CacheByName(StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl =
        file.Context.Request.Path.StartsWithSegments(Assets) ? "public, max-age=31536000, immutable" : "no-cache";

    [LoggerMessage(LogLevel.Warning, "The admin app isn't built (that needs Node.js 20.19 or newer), so / shows nothing. The API works without it.")]
    private static partial void LogNotBuilt(ILogger logger);
}
