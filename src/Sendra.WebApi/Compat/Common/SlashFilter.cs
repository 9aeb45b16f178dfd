namespace Sendra.WebApi.Compat.Common;

/// <summary>
/// Takes doubled slashes in the addresses of other products' APIs as one, before anybody looks for an endpoint: clients put a path behind
/// whatever base they were given, with or without a slash at its end.
/// </summary>
internal sealed class SlashFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            if (context.Request.IsCompat() && context.Request.Path.Value is { } path && path.Contains("//", StringComparison.Ordinal))
            {
                context.Request.Path = $"/{string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries))}";
            }

            return following(context);
        });
        next(app);
    };
}
