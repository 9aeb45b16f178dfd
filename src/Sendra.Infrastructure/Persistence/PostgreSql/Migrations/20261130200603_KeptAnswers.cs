using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class KeptAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE idempotency_keys ALTER COLUMN answer TYPE bytea USING convert_to(answer, 'UTF8')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // A version before can't read what is compressed.
            migrationBuilder.Sql("DELETE FROM idempotency_keys");

            migrationBuilder.Sql("ALTER TABLE idempotency_keys ALTER COLUMN answer TYPE text COLLATE \"C\" USING ''");
        }
    }
}
