namespace Sendra.WebApi.Errors;

/// <summary>Gives every error answer the same shape: what code throws, and what routing and MVC refuse.</summary>
internal static class ErrorAnswers
{
    public static IServiceCollection AddErrorAnswers(this IServiceCollection services) =>
        services.AddExceptionHandler<ExceptionToProblem>().AddSingleton<Refusals>().AddSingleton<ErrorForms>();

    public static IApplicationBuilder UseErrorAnswers(this IApplicationBuilder app) => app
        .UseStatusCodePages(page => page.HttpContext.WriteProblemAsync(page.HttpContext.Response.StatusCode))
        .UseExceptionHandler(_ => { });
}
