/// The form that stands between a browser and the API document.
enum LoginPage {
  static func html(problem: String?) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="UTF-8"><title>Log in</title></head>
    <body>
    <h1>Log in</h1>
    \(problem.map { "<p role=\"alert\">\($0)</p>" } ?? "")
    <form action="/users/sign_in" accept-charset="UTF-8" method="post">
    <p><label for="user_email">Email</label> <input type="email" name="user[email]" id="user_email" autofocus></p>
    <p><label for="user_password">Password</label> <input type="password" name="user[password]" id="user_password"></p>
    <p><input type="submit" name="commit" value="Log in"></p>
    </form>
    </body>
    </html>

    """
  }
}
