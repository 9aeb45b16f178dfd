using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;
using Sendra.Application.Common;

namespace Sendra.WebApi.Http;

/// <summary>Says in a header how far behind an answer may be that was read from a read replica.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShowsBehindAttribute : Attribute, IResourceFilter
{
    /// <summary>In seconds, rounded up; absent when the database itself was read.</summary>
    public const string Header = "Sendra-Behind-Seconds";

    /// <inheritdoc />
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var http = context.HttpContext;
        http.Response.OnStarting(() =>
        {
            if (http.RequestServices.GetRequiredService<IReadReplica>().Behind is { } behind)
            {
                http.Response.Headers[Header] = Math.Ceiling(behind.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return Task.CompletedTask;
        });
    }

    /// <inheritdoc />
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
        // The answer may still be to come.
    }
}
