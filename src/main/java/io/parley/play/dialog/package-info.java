/**
 * How far one call has come: what was asked on either side, its dialogs, their offers and answers,
 * what is still owed. Knows no socket.
 */
package io.parley.play.dialog;
