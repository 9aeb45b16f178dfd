using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Sendra.WebApi.AdminApp;

/// <summary>
/// Sends an asset as the build compressed it (compressed-files.ts), where the browser takes that. Public files without secrets: compressing them
/// gives nothing away, over HTTPS either.
/// </summary>
/// <param name="next">What serves the file.</param>
/// <param name="root">Where the app's files are.</param>
internal sealed class CompressedAssets(RequestDelegate next, string root)
{
    // The best first.
    private static readonly (string Coding, string Ending)[] Codings = [("br", ".br"), ("gzip", ".gz")];

    public Task InvokeAsync(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value!);
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        foreach (var (coding, ending) in Codings)
        {
            if (accepted.Any(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && one.Quality is null or > 0)
                && File.Exists(Path.Combine(root, path.TrimStart('/') + ending)))
            {
                request.Path = path + ending;
                break;
            }
        }

        return next(context);
    }

    /// <summary>Says how a file is compressed.</summary>
    public static void Describe(StaticFileResponseContext file)
    {
        foreach (var (coding, ending) in Codings)
        {
            if (file.File.Name.EndsWith(ending, StringComparison.Ordinal))
            {
                file.Context.Response.Headers.ContentEncoding = coding;
            }
        }
    }

    /// <summary>The type of a file, whether it is compressed or not.</summary>
    internal sealed class Types : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider _known = new();

        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType)
        {
            var ending = Array.Find(Codings, coding => subpath.EndsWith(coding.Ending, StringComparison.Ordinal)).Ending;
            return _known.TryGetContentType(ending is null ? subpath : subpath[..^ending.Length], out contentType);
        }
    }
}
